/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cw_shortcuts_new (GtkWindow *parent, const char *tool);

G_END_DECLS
