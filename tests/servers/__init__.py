"""A real web server on loopback, which serves as it is told and misbehaves as it is told."""
