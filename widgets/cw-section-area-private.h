/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"
#include "model/process/cw-section-set.h"
#include "widgets/cw-section-area.h"
#include "widgets/render/cw-section-painter.h"

G_BEGIN_DECLS

/*
 * The section is cut and painted by a worker thread, one at a time: what comes in
 * between only the last is made. The picture is shown shifted or scaled until the next one comes.
 */
struct _CwSectionArea
{
  GtkWidget parent_instance;

  GtkWidget *picture;
  GtkWidget *live;
  GtkWidget *empty;

  CwEditor *editor;
  CwSectionStyle style;
  double ratio;  /* how much larger than usual words and lines are */
  double factor; /* that a fitted section is drawn out by, 0 for what fills the view */

  CwSection *section; /* what is shown */
  CwSectionSet *set;  /* with the sections of the other steps */
  gboolean is_warm;   /* those are made, or in work */
  guint step;         /* that is shown */
  CwDesign *design;   /* that it was cut from */
  cairo_surface_t *surface;
  cairo_surface_t *shown; /* in the last frame, and in the one before: kept while GTK has them, */
  cairo_surface_t *shown_before; /* since Cairo copies what goes before its last user does */
  CwSectionView painted;         /* the view that the surface has */

  CwSectionView view;
  gboolean fitted;
  gboolean running;
  gboolean stale; /* something changed since the job began */
  gboolean dirty; /* a frame is still to come */

  double x; /* pointer [px] */
  double y;
  gboolean has_pointer;
  CwSectionView drag_view;

  guint8 edge; /* level whose upper border the pointer is on, or has taken */
  gboolean dragging;
  CwCoord edge_from; /* thickness [nm] */
  CwCoord edge_to;
  CwDesign *edge_design; /* with it, NULL when there is none */
  char *edge_message;    /* why there is none */
};

/* cw-section-area.c */
void cw_section_area_redraw (CwSectionArea *self);
void cw_section_area_update (CwSectionArea *self);
gboolean cw_section_area_is_upright (CwSectionArea *self);

/* cw-section-area-input.c */
void cw_section_area_add_controllers (CwSectionArea *self);
gssize cw_section_area_find_piece (CwSectionArea *self);

/* cw-section-edge.c */
CwDesign *cw_section_set_thickness (CwDesign *design, guint index, CwCoord thickness,
                                    GError **error);
guint8 cw_section_area_find_edge (CwSectionArea *self);
void cw_section_area_hover_edge (CwSectionArea *self);
gboolean cw_section_area_cancel_edge (CwSectionArea *self);
void cw_section_area_add_edge_drag (CwSectionArea *self);

/* cw-section-hover.c */
char *cw_section_area_dup_text (CwSectionArea *self, gsize index);
void cw_section_area_add_tooltip (CwSectionArea *self);
void cw_section_area_paint_edge (CwSectionArea *self, const CwTheme *theme, cairo_t *cr, int width,
                                 int height);
void cw_section_area_paint_level (CwSectionArea *self, const CwTheme *theme, cairo_t *cr, int width,
                                  int height);

G_END_DECLS
