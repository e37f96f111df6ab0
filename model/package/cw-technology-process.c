/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology-private.h"

/* How the package is made: substrate, flow, panel. */

static gboolean
is_unshared (CwTechnology *self)
{
  return g_atomic_ref_count_compare (&self->ref_count, 1);
}

/**
 * cw_technology_set_substrate:
 * @self: a technology that nobody else holds
 * @substrate: how the substrate is built
 *
 * Says how the substrate is built.
 */
void
cw_technology_set_substrate (CwTechnology *self, CwSubstrateKind substrate)
{
  g_return_if_fail (self != NULL && is_unshared (self));
  g_return_if_fail ((guint) substrate < CW_N_SUBSTRATE_KINDS);

  self->substrate = substrate;
}

/**
 * cw_technology_set_flow:
 * @self: a technology that nobody else holds
 * @flow: (nullable): its process flow, %NULL for the template of method A
 *
 * Sets the process flow. Its steps name levels and materials of @self by index.
 */
void
cw_technology_set_flow (CwTechnology *self, CwFlow *flow)
{
  g_return_if_fail (self != NULL && is_unshared (self));

  g_clear_pointer (&self->flow, cw_flow_unref);
  self->flow = flow != NULL ? cw_flow_ref (flow) : NULL;
}

/**
 * cw_technology_set_panel:
 * @self: a technology that nobody else holds
 * @panel: what the packages are arrayed on, copied
 * @error: return location for an error
 *
 * Sets the panel.
 *
 * Returns: whether its values are in their ranges
 */
gboolean
cw_technology_set_panel (CwTechnology *self, const CwPanel *panel, GError **error)
{
  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);

  if (!cw_panel_validate (panel, error))
    return FALSE;

  self->panel = *panel;
  return TRUE;
}

/**
 * cw_technology_get_substrate:
 * @self: a technology
 *
 * Returns: how the substrate is built
 */
CwSubstrateKind
cw_technology_get_substrate (const CwTechnology *self)
{
  g_return_val_if_fail (self != NULL, CW_SUBSTRATE_PLAIN);

  return self->substrate;
}

/**
 * cw_technology_get_flow:
 * @self: a technology
 *
 * Returns: (transfer none) (nullable): the flow that was set; %NULL means the template of
 *   method A, see cw_flow_new_template()
 */
CwFlow *
cw_technology_get_flow (const CwTechnology *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->flow;
}

/**
 * cw_technology_get_panel:
 * @self: a technology
 *
 * Returns: (transfer none): what the packages are arrayed on
 */
const CwPanel *
cw_technology_get_panel (const CwTechnology *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->panel;
}
