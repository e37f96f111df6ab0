/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *cw_preferences_new (GtkWindow *parent);
GtkWidget *cw_preferences_make_choice (GSettings *settings, const char *key);
void cw_preferences_show_keys (GtkWidget *window);

G_END_DECLS
