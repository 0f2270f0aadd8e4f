"""Sample events in the window: `sample_dialog.SampleDialog` sends any, `sample_buttons.SampleButtons` a few."""
