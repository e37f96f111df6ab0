/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-section-area.h"

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
  const CwTheme *theme;

  CwSection *section; /* what is shown */
  CwDesign *design;   /* that it was cut from */
  cairo_surface_t *surface;
  CwSectionView painted; /* the view that the surface has */

  CwSectionView view;
  gboolean fitted;
  gboolean running;
  gboolean stale; /* something changed since the job began */
  gboolean dirty; /* a frame is still to come */

  double x; /* pointer [px] */
  double y;
  gboolean has_pointer;
  CwSectionView drag_view;
};

/* cw-section-area.c */
void cw_section_area_redraw (CwSectionArea *self);
void cw_section_area_update (CwSectionArea *self);

/* cw-section-area-input.c */
void cw_section_area_add_controllers (CwSectionArea *self);
gssize cw_section_area_find_piece (CwSectionArea *self);

G_END_DECLS
