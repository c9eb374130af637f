"""What the EU publishes where."""
