/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "model/design/cw-design.h"

G_BEGIN_DECLS

#define CW_TYPE_START_SHEET (cw_start_sheet_get_type ())

/**
 * CwStartSheet:
 *
 * Asks what a new package shall be.
 */
G_DECLARE_FINAL_TYPE (CwStartSheet, cw_start_sheet, CW, START_SHEET, GtkWidget)

GtkWidget *cw_start_sheet_new (void);
CwDesign *cw_start_sheet_make_design (CwStartSheet *self);

G_END_DECLS
