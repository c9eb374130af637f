"""The feeds in the window: kept, chosen, updated, and the rules for what they bring."""
