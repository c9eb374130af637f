"""What changed in an article since an older version of it."""
