/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_LINE_CHOOSER (cw_line_chooser_get_type ())

/**
 * CwLineChooser:
 *
 * The cut line that the section is taken along, with its name.
 */
G_DECLARE_FINAL_TYPE (CwLineChooser, cw_line_chooser, CW, LINE_CHOOSER, GtkWidget)

GtkWidget *cw_line_chooser_new (void);
void cw_line_chooser_set_editor (CwLineChooser *self, CwEditor *editor);
void cw_line_chooser_rename (CwLineChooser *self);
void cw_line_chooser_step (CwLineChooser *self, int step);

G_END_DECLS
