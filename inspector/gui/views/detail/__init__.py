"""What is known of one capture: the pages, the body beside them, and what stands there while there is none."""
