"""An article beside its original, sentence by sentence."""
