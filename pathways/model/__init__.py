"""What a pathway is made of, as frozen values. All else in `pathways` reads or returns these."""
