/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CW_TYPE_HELP (cw_help_get_type ())

/**
 * CwHelp:
 *
 * The window of the help: a list of pages, and one of them.
 */
G_DECLARE_FINAL_TYPE (CwHelp, cw_help, CW, HELP, GtkWindow)

CwHelp *cw_help_new (void);
gboolean cw_help_show (CwHelp *self, const char *page);
const char *cw_help_get_page (CwHelp *self);

G_END_DECLS
