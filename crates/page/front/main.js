// The page: what keys, clicks and the address do. The simulation answers; nothing here knows Go.
