"""The migrations. Forward only: the way back is a backup."""
