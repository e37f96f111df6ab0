/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_STEP_BAR (cw_step_bar_get_type ())

/**
 * CwStepBar:
 *
 * The slider of the process steps below the section.
 */
G_DECLARE_FINAL_TYPE (CwStepBar, cw_step_bar, CW, STEP_BAR, GtkWidget)

GtkWidget *cw_step_bar_new (void);
void cw_step_bar_set_editor (CwStepBar *self, CwEditor *editor);
void cw_step_bar_pack (CwStepBar *self, GtkWidget *before, GtkWidget *after);
void cw_step_bar_go (CwStepBar *self, int steps);
void cw_step_bar_set_playing (CwStepBar *self, gboolean playing);
gboolean cw_step_bar_is_playing (CwStepBar *self);

G_END_DECLS
