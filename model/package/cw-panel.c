/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-panel.h"

#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

static const char *const kinds[] = { "none", "strip", "wafer", "panel" };
static const char *const scopes[] = { "single-die", "plural-dies" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CW_N_PANEL_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (scopes) == CW_N_UNIT_SCOPES);

/**
 * cw_panel_validate:
 * @self: a panel
 * @error: return location for an error
 *
 * Checks that the values are in their ranges.
 *
 * Returns: whether they are
 */
gboolean
cw_panel_validate (const CwPanel *self, GError **error)
{
  return cw_validate_number ("panel kind", self->kind, CW_N_PANEL_KINDS - 1, error)
         && cw_validate_number ("unit scope", self->scope, CW_N_UNIT_SCOPES - 1, error)
         && cw_validate_length ("panel width", self->width, 0, CW_COORD_MAX, error)
         && cw_validate_length ("panel height", self->height, 0, CW_COORD_MAX, error)
         && cw_validate_length ("panel margin", self->margin, 0, CW_WIDTH_MAX, error)
         && cw_validate_length ("saw street", self->street, 0, CW_WIDTH_MAX, error)
         && cw_validate_length ("pull-back", self->pull_back, 0, CW_WIDTH_MAX, error)
         && cw_validate_length ("seal ring", self->seal, 0, CW_WIDTH_MAX, error)
         && cw_validate_length ("alignment mark", self->mark, 0, CW_WIDTH_MAX, error);
}

/**
 * cw_panel_equal:
 * @a: a panel
 * @b: another
 *
 * Compares two panels by value.
 *
 * Returns: whether they are alike
 */
gboolean
cw_panel_equal (const CwPanel *a, const CwPanel *b)
{
  return a->kind == b->kind && a->scope == b->scope && a->width == b->width
         && a->height == b->height && a->margin == b->margin && a->street == b->street
         && a->pull_back == b->pull_back && a->seal == b->seal && a->mark == b->mark;
}

/**
 * cw_panel_kind_get_name:
 * @kind: what packages are arrayed on
 *
 * Returns: its name in files
 */
const char *
cw_panel_kind_get_name (CwPanelKind kind)
{
  return cw_names_get (kinds, G_N_ELEMENTS (kinds), kind);
}

/**
 * cw_unit_scope_get_name:
 * @scope: how many dies a unit has
 *
 * Returns: its name in files
 */
const char *
cw_unit_scope_get_name (CwUnitScope scope)
{
  return cw_names_get (scopes, G_N_ELEMENTS (scopes), scope);
}
