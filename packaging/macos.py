"""What a Mac is told of the program: its name, its languages and the documents that it opens.

Never built: see packaging/README.md.
"""

IDENTIFIER = "org.chetivo.Chetivo"
_ARCHIVE = "org.chetivo.archive"
# Ours we own; for the others we stand among the programs that can open them.
_OPENED = (
    "com.adobe.pdf",
    "public.html",
    "public.xhtml",
    "org.idpf.epub-container",
    "org.openxmlformats.wordprocessingml.document",
    "net.daringfireball.markdown",
    "public.plain-text",
)


def information(version: str) -> dict[str, object]:
    """Return what goes into Info.plist."""
    return {
        "CFBundleDisplayName": "Четиво",
        "CFBundleShortVersionString": version,
        "CFBundleDevelopmentRegion": "bg",
        "CFBundleLocalizations": ["bg", "en"],
        "LSApplicationCategoryType": "public.app-category.news",
        "LSMinimumSystemVersion": "14.0",  # what the wheels of Qt ask for
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            _document("Archive of Chetivo", "Owner", [_ARCHIVE]),
            _document("Document", "Alternate", list(_OPENED)),
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _ARCHIVE,
                "UTTypeDescription": "Archive of Chetivo",
                "UTTypeConformsTo": ["public.database", "public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["chetivo"],
                    "public.mime-type": ["application/vnd.chetivo.archive+sqlite3"],
                },
            }
        ],
    }


def _document(name: str, rank: str, types: list[str]) -> dict[str, object]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": "Viewer",
        "LSHandlerRank": rank,
        "LSItemContentTypes": types,
    }
