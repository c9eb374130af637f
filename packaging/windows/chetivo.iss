; The installer for Windows, by Inno Setup 6.3: for one person, without the rights of an administrator.
; Written and never run: see packaging\README.md.
;
;   python packaging\package.py                     makes build\package\chetivo
;   iscc /DVersion=%CHETIVO_VERSION% packaging\windows\chetivo.iss
;
; The version is given from outside, for it stands in reader\__init__.py alone.
#ifndef Version
  #error Give the version: iscc /DVersion=...
#endif

[Setup]
AppId={{6D2C1E5B-6B2D-4E43-9C0B-5C1B0B0E7A61}
AppName=Четиво
AppVersion={#Version}
AppPublisher=Chetivo contributors
DefaultDirName={autopf}\Chetivo
DefaultGroupName=Четиво
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=chetivo-{#Version}-windows
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes
UninstallDisplayIcon={app}\chetivo.exe
WizardStyle=modern

[Languages]
Name: "bulgarian"; MessagesFile: "compiler:Languages\Bulgarian.isl"
Name: "english"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
bulgarian.Archive=Архив на Четиво
english.Archive=Chetivo archive
bulgarian.OnDesktop=Икона на работния плот
english.OnDesktop=Icon on the desktop

[Tasks]
Name: "desktopicon"; Description: "{cm:OnDesktop}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one lacks must not be loaded.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\package\chetivo\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\Четиво"; Filename: "{app}\chetivo.exe"; AppUserModelID: "org.chetivo.Chetivo"
Name: "{autodesktop}\Четиво"; Filename: "{app}\chetivo.exe"; Tasks: desktopicon; AppUserModelID: "org.chetivo.Chetivo"

[Registry]
; Archives are opened by us; the other kinds are offered under "Open with" alone, and keep their program.
Root: HKA; Subkey: "Software\Classes\.chetivo"; ValueType: string; ValueData: "Chetivo.Archive"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Chetivo.Archive"; ValueType: string; ValueData: "{cm:Archive}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Chetivo.Archive\DefaultIcon"; ValueType: string; ValueData: "{app}\chetivo.exe,0"
Root: HKA; Subkey: "Software\Classes\Chetivo.Archive\shell\open\command"; ValueType: string; ValueData: """{app}\chetivo.exe"" open ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Четиво"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\shell\open\command"; ValueType: string; ValueData: """{app}\chetivo.exe"" open ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".pdf"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".docx"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".epub"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".html"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".htm"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".xhtml"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".mhtml"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".mht"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".md"
Root: HKA; Subkey: "Software\Classes\Applications\chetivo.exe\SupportedTypes"; ValueType: string; ValueName: ".txt"

[Run]
Filename: "{app}\chetivo.exe"; Description: "{cm:LaunchProgram,Четиво}"; Flags: nowait postinstall skipifsilent
