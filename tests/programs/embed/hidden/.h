hidden/.h
