/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the main thread does while a bench goes on, in figures with their limits. */

/* how many milliseconds a figure may be; 0 where only a number is wanted */
typedef struct
{
  const char *name;
  const char *what;
  double limit;
} Figure;

void figures_begin (GtkWidget *widget);
guint figures_end (void);

void figures_forget (void);
void figures_add (double wall);
void figures_report (const Figure *figure);
void figures_report_frames (const Figure *figure);
void figures_report_stall (const Figure *figure);

gint64 figures_now (void);
double figures_since (gint64 start);
guint figures_get_n_frames (void);
gboolean figures_wait (gboolean (*is_done) (gpointer), gpointer data, guint most);

G_END_DECLS
