/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_HUD (cw_hud_get_type ())

/**
 * CwHud:
 *
 * The numbers of the tool in hand beside the pointer, to be typed.
 */
G_DECLARE_FINAL_TYPE (CwHud, cw_hud, CW, HUD, GtkWidget)

GtkWidget *cw_hud_new (void);
gboolean cw_hud_open (CwHud *self, CwEditor *editor, const char *text);
void cw_hud_close (CwHud *self);

G_END_DECLS
