"""An article beside its original: which sentences say the same, and where they differ."""
