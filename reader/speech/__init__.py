"""Reading aloud: utterances, voices and the process that speaks."""
