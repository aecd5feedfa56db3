"""The figure register: every figure that a paper prints, and what it rests on."""
