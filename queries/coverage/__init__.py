"""Coverage: who does what, where; what is missing, what overlaps, what contradicts what.

Every answer says over which documents it speaks: absence means that these hold nothing on it.
"""
