"""Pages written for the tests in the markup of real sites, and what comes out of them."""
