"""What the program asks of the speaking process, in frames: one request, one reply."""

VOICES = "voices"
SPEAK = "speak"
