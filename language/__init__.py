"""Understanding written Darija, Arabic and French: one spelling, entities, masks, varieties. Standard library only."""
