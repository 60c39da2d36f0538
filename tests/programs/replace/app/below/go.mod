module example.com/below
