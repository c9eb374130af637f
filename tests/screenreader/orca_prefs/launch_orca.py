"""Start the system's Orca beside other Orcas of the same user, each on a display of its own.

Orca's own start script refuses when it sees another one, and gives the process a name; these
two functions have other names in Orca 43 than in later ones.
"""

import sys
from pathlib import Path

SCRIPT = Path("/usr/bin/orca")

sys.argv[0] = str(SCRIPT)
program = {"__name__": "orca_script", "__file__": str(SCRIPT)}
exec(compile(SCRIPT.read_text(encoding="utf-8"), str(SCRIPT), "exec"), program)
for name in ("otherOrcas", "other_orcas"):
    program[name] = list
for name in ("setProcessName", "set_process_name"):
    program[name] = lambda _title: None
sys.exit(program["main"]())
