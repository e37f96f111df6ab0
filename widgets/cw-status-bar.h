/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-canvas.h"
#include "widgets/cw-checker.h"

G_BEGIN_DECLS

#define CW_TYPE_STATUS_BAR (cw_status_bar_get_type ())

/**
 * CwStatusBar:
 *
 * What the tool in hand can do now, and where the pointer is and what is known.
 */
G_DECLARE_FINAL_TYPE (CwStatusBar, cw_status_bar, CW, STATUS_BAR, GtkWidget)

GtkWidget *cw_status_bar_new (CwCanvas *canvas);
void cw_status_bar_set_editor (CwStatusBar *self, CwEditor *editor, CwChecker *checker);
void cw_status_bar_show_section (CwStatusBar *self, gboolean inside, double s, double z);

G_END_DECLS
