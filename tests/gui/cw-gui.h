/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <X11/Xlib.h>

#include "app/cw-application.h"
#include "app/cw-window.h"

G_BEGIN_DECLS

/* The program in this process, with a real pointer and real keys of the X server. */
typedef struct
{
  CwApplication *application;
  CwWindow *window;
  Display *display;
  guint n_synced;
  char *folder; /* of its own, removed at the end */
  char *path;   /* of a copy of the sample there */
} CwGui;

void cw_gui_start (CwGui *self, gboolean open);
void cw_gui_start_with (CwGui *self, const char *path);
void cw_gui_end (CwGui *self);
void cw_gui_take_window (CwGui *self);
void cw_gui_spin (gboolean (*is_done) (gpointer), gpointer data);
void cw_gui_settle (CwGui *self);

void cw_gui_move_px (CwGui *self, GtkWidget *widget, double x, double y);
void cw_gui_move (CwGui *self, CwPoint at);
void cw_gui_button (CwGui *self, guint button, gboolean down);
void cw_gui_click (CwGui *self, CwPoint at);
void cw_gui_drag (CwGui *self, CwPoint from, CwPoint to);
void cw_gui_wheel (CwGui *self, gboolean up);
void cw_gui_send_key (CwGui *self, const char *keys);
void cw_gui_key (CwGui *self, const char *keys);
void cw_gui_hold (CwGui *self, const char *key, gboolean down);
void cw_gui_type (CwGui *self, const char *text);
void cw_gui_sync (CwGui *self);

CwEditor *cw_gui_get_editor (CwGui *self);
CwDesign *cw_gui_get_design (CwGui *self);
gsize cw_gui_count_violations (CwGui *self);
char *cw_gui_get_hash (CwGui *self);

G_END_DECLS
