"""What happens to pathways over time: cases, letters, deadlines, publishing. Owns the store."""
