"""The articles kept on this machine."""
