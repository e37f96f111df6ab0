/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"
#include "model/package/cw-technology.h"

G_BEGIN_DECLS

#define CW_PANEL_UNIT_MIN (100 * CW_UM) /* least width of a unit that is arrayed */

/**
 * CwPanelKind:
 * @CW_PANEL_NONE: no array: the package is made by itself
 * @CW_PANEL_STRIP: a strip
 * @CW_PANEL_WAFER: a round wafer
 * @CW_PANEL_SHEET: a rectangular panel
 *
 * What the packages are arrayed on.
 */
typedef enum
{
  CW_PANEL_NONE,
  CW_PANEL_STRIP,
  CW_PANEL_WAFER,
  CW_PANEL_SHEET,
  CW_N_PANEL_KINDS
} CwPanelKind;

/**
 * CwUnitScope:
 * @CW_UNIT_SINGLE_DIE: a singulated unit has one die
 * @CW_UNIT_PLURAL_DIES: a singulated unit has several dies
 *
 * How many dies a singulated unit has.
 */
typedef enum
{
  CW_UNIT_SINGLE_DIE,
  CW_UNIT_PLURAL_DIES,
  CW_N_UNIT_SCOPES
} CwUnitScope;

/**
 * CwPanel:
 * @kind: what the packages are arrayed on
 * @scope: how many dies a singulated unit has
 * @width: width, or diameter of a wafer [nm]
 * @height: height, unused for a wafer [nm]
 * @margin: least distance of a unit from the edge [nm]
 * @street: width of the saw street between units [nm]
 * @pull_back: how far all within a unit stays back from its edge [nm]
 * @seal: width of the seal ring inside the edge of a unit, 0 for none [nm]
 * @mark: size of the alignment marks in the margin, 0 for none [nm]
 *
 * The array that the package is made in; the unit is the package outline.
 */
typedef struct _CwPanel CwPanel;

struct _CwPanel
{
  CwPanelKind kind;
  CwUnitScope scope;
  CwCoord width;
  CwCoord height;
  CwCoord margin;
  CwCoord street;
  CwCoord pull_back;
  CwCoord seal;
  CwCoord mark;
};

/**
 * CwPanelFunc:
 * @column: column, from the left
 * @row: row, from the bottom
 * @offset: what is added to a point of the unit to get one of the panel, whose centre is 0, 0 [nm]
 * @user_data: what the caller passed
 */
typedef void (*CwPanelFunc) (guint column, guint row, CwPoint offset, gpointer user_data);

/**
 * CwPanelMarkFunc:
 * @box: the mark on the panel, whose centre is 0, 0 [nm]
 * @user_data: what the caller passed
 */
typedef void (*CwPanelMarkFunc) (CwBox box, gpointer user_data);

void cw_panel_init (CwPanel *self, CwPanelKind kind);
CwBox cw_panel_get_box (const CwPanel *self);
guint cw_panel_count (const CwPanel *self, CwBox unit);
void cw_panel_foreach (const CwPanel *self, CwBox unit, CwPanelFunc func, gpointer user_data);
guint cw_panel_foreach_mark (const CwPanel *self, CwPanelMarkFunc func, gpointer user_data);
gboolean cw_panel_get_seal (const CwPanel *self, CwBox unit, CwBox *outer, CwBox *inner);

gboolean cw_panel_validate (const CwPanel *self, GError **error);
gboolean cw_panel_equal (const CwPanel *a, const CwPanel *b);
const char *cw_panel_kind_get_name (CwPanelKind kind);
const char *cw_unit_scope_get_name (CwUnitScope scope);

G_END_DECLS
