/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-checker.h"

G_BEGIN_DECLS

#define CW_TYPE_CHECK_PANEL (cw_check_panel_get_type ())

/**
 * CwCheckPanel:
 *
 * The list of broken rules.
 */
G_DECLARE_FINAL_TYPE (CwCheckPanel, cw_check_panel, CW, CHECK_PANEL, GtkWidget)

GtkWidget *cw_check_panel_new (void);
void cw_check_panel_set_checker (CwCheckPanel *self, CwEditor *editor, CwChecker *checker);
void cw_check_panel_set_area (CwCheckPanel *self, CwBox area);
void cw_check_panel_select (CwCheckPanel *self, gssize index);
void cw_check_panel_waive (CwCheckPanel *self);
gboolean cw_check_panel_waive_as (CwCheckPanel *self, const char *reason, GError **error);
guint cw_check_panel_get_n_shown (CwCheckPanel *self);

G_END_DECLS
