"""The data that everything else passes on: frozen, no I/O."""
