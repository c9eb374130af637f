"""The voice under the keys and controls that the system has for media."""
