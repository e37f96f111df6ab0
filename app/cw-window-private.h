/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "app/cw-window.h"
#include "widgets/cw-check-panel.h"
#include "widgets/cw-claims-panel.h"
#include "widgets/cw-flow-panel.h"
#include "widgets/cw-history-panel.h"
#include "widgets/cw-level-panel.h"
#include "widgets/cw-line-chooser.h"
#include "widgets/cw-net-panel.h"
#include "widgets/cw-property-panel.h"
#include "widgets/cw-search-panel.h"
#include "widgets/cw-setup-panel.h"
#include "widgets/cw-status-bar.h"
#include "widgets/cw-step-bar.h"
#include "widgets/cw-tool-options.h"
#include "widgets/tool/cw-name-index.h"

G_BEGIN_DECLS

struct _CwWindow
{
  GtkApplicationWindow parent_instance;

  GSettings *settings;
  CwEditor *editor;
  CwChecker *checker;
  GFile *file;   /* NULL for what was never saved */
  guint n_tasks; /* files being read or written */
  gboolean close_when_saved;
  gboolean may_close;
  gssize violation;    /* the one that F9 pointed out last */
  guint dim;           /* CwDimming */
  guint8 dimmed_for;   /* the active level when the others were hidden */
  guint64 dimmed_from; /* levels that were seen before */

  GtkWidget *pages; /* of start and editor */
  GtkWidget *canvas;
  GtkWidget *section;
  GtkWidget *section_pane; /* with the bars around it */
  GtkWidget *lines;
  GtkWidget *stretch;
  GtkWidget *steps;
  GtkWidget *flow;
  GtkWidget *method;
  GtkWidget *via_fill;
  GtkWidget *second_fill;
  GtkWidget *second_fill_label;
  GtkWidget *add_step;
  CwTechnology *flow_of; /* whose choices these show */
  GtkWidget *split;
  GtkWidget *left;
  GtkWidget *right;
  GtkWidget *levels;
  GtkWidget *setup; /* of the package, in the place of the levels */
  GtkWidget *properties;
  GtkWidget *findings; /* of checks, nets, search, history, claims and process */
  GtkWidget *checks;
  GtkWidget *nets;
  GtkWidget *search;
  GtkWidget *history;
  GtkWidget *claims;
  GtkWidget *status;
  GtkWidget *options; /* of the tool */
  GtkWidget *bar;     /* of errors */
  GtkWidget *bar_text;
  GtkWidget *toast;
  GtkWidget *toast_text;
  GtkWidget *toast_button;
  guint toast_end;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *recent;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *spinner;
  GtkWidget *menu; /* at the pointer */
  GtkWidget *palette;
  CwNameIndex *names; /* what the palette finds, NULL while unknown */
  gboolean indexing;
  GtkWidget *help;        /* NULL while it is closed */
  GtkWidget *preferences; /* NULL while they are closed */
};

/* cw-window.c */
void cw_window_set_editor (CwWindow *self, CwDesign *design, GFile *file);
void cw_window_show_error (CwWindow *self, const char *what, const char *why);
void cw_window_update_title (CwWindow *self);
void cw_window_offer (CwWindow *self, const char *text, const char *label, const char *action);
void cw_window_set_busy (CwWindow *self, gboolean busy);

/* cw-window-layout.c */
void cw_window_build (CwWindow *self);
void cw_window_add_tools (CwWindow *self, GtkBox *bar);
GtkWidget *cw_window_make_button (const char *icon, const char *label, const char *action);

/* cw-window-flow.c */
void cw_window_add_flow_actions (CwWindow *self);
void cw_window_update_flow_actions (CwWindow *self);
GtkWidget *cw_window_make_flow (CwWindow *self);

/* cw-window-checks.c */
void cw_window_add_check_actions (CwWindow *self);
void cw_window_update_check_actions (CwWindow *self);
void cw_window_point_out (CwWindow *self, gssize index, gboolean closer);

/* cw-window-panels.c */
void cw_window_add_panel_actions (CwWindow *self);
void cw_window_update_panel_actions (CwWindow *self);
void cw_window_set_panels_editor (CwWindow *self);
GtkWidget *cw_window_make_findings (CwWindow *self);

/* cw-window-section.c */
void cw_window_add_section_actions (CwWindow *self);
void cw_window_update_section_actions (CwWindow *self);
void cw_window_set_section_editor (CwWindow *self);
GtkWidget *cw_window_make_section (CwWindow *self);

/* cw-window-setup.c */
void cw_window_add_setup_actions (CwWindow *self);
void cw_window_update_setup_actions (CwWindow *self);
GtkWidget *cw_window_make_left (CwWindow *self);
void cw_window_new_package (CwWindow *self);

/* cw-window-view.c */
void cw_window_add_view_actions (CwWindow *self);
void cw_window_update_view_actions (CwWindow *self);
void cw_window_bind_view (CwWindow *self);
void cw_window_follow_level (CwWindow *self);

/* cw-window-actions.c */
void cw_window_add_actions (CwWindow *self);
void cw_window_update_actions (CwWindow *self);
void cw_window_enable (CwWindow *self, const char *name, gboolean enabled);

/* cw-window-below.c */
void cw_window_list_below (CwWindow *self);

/* cw-window-clipboard.c */
void cw_window_add_clipboard_actions (CwWindow *self);
void cw_window_update_clipboard_actions (CwWindow *self);
void cw_window_run_select (CwWindow *self, const char *command);

/* cw-window-input.c */
void cw_window_add_controllers (CwWindow *self);
void cw_window_activate (CwWindow *self, const char *detailed);
void cw_window_handle_request (CwWindow *self, guint request, CwId id, const char *text);

/* cw-window-files.c */
void cw_window_ask_open (CwWindow *self);
void cw_window_save (CwWindow *self);
void cw_window_ask_save (CwWindow *self);
void cw_window_ask_gerber (CwWindow *self);
void cw_window_ask_picture (CwWindow *self);
void cw_window_ask_panel (CwWindow *self);
void cw_window_ask_traveller (CwWindow *self);
gboolean cw_window_close_request (GtkWindow *window);

/* cw-window-memory.c */
void cw_window_remember_view (CwWindow *self);
void cw_window_restore_view (CwWindow *self);

/* cw-window-help.c */
void cw_window_show_help (CwWindow *self, const char *page);
void cw_window_add_help_actions (CwWindow *self);

/* cw-window-menu.c */
void cw_window_open_menu (CwWindow *self, CwId id);

/* cw-window-palette.c */
GtkWidget *cw_window_make_palette (CwWindow *self);
void cw_window_open_palette (CwWindow *self, const char *text);
void cw_window_index_names (CwWindow *self);
void cw_window_show_net (CwWindow *self, CwId net);

/* cw-window-preferences.c */
void cw_window_apply_preferences (CwWindow *self);
void cw_window_follow_preferences (CwWindow *self);
void cw_window_add_preference_actions (CwWindow *self);

/* cw-window-start.c */
GtkWidget *cw_window_make_start (CwWindow *self);
void cw_window_list_recent (CwWindow *self);

/* cw-window-samples.c */
gboolean cw_window_get_sample (guint index, const char **name, const char **title,
                               const char **section);
GMenuModel *cw_window_make_sample_menu (void);
void cw_window_open_sample (CwWindow *self, const char *name);

G_END_DECLS
