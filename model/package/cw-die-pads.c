/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/package/cw-die.h"

/* a form that is not valid has no shape, so the box is made from the sizes alone */
static CwBox
get_pad_bounds (const CwPad *pad)
{
  gint64 x = (gint64) pad->at.x - pad->form.width / 2;
  gint64 y = (gint64) pad->at.y - pad->form.height / 2;

  return CW_BOX (cw_coord_saturate (x), cw_coord_saturate (y),
                 cw_coord_saturate (x + pad->form.width), cw_coord_saturate (y + pad->form.height));
}

/**
 * cw_pads_new:
 * @pads: (array length=n_pads): the pads, copied
 * @n_pads: how many
 *
 * Makes the pads of a die type and their index. A pad without a name gets an empty one.
 *
 * Returns: (transfer full): the pads
 */
CwPads *
cw_pads_new (const CwPad *pads, gsize n_pads)
{
  g_autofree CwRtreeEntry *entries = NULL;
  CwPads *self;

  g_return_val_if_fail (n_pads < CW_PAD_NONE, NULL);

  self = g_malloc (sizeof (CwPads) + n_pads * sizeof (CwPad));
  g_atomic_ref_count_init (&self->ref_count);
  self->n_pads = (guint32) n_pads;
  entries = g_new0 (CwRtreeEntry, n_pads);
  for (guint32 i = 0; i < self->n_pads; i++)
    {
      CwPad *pad = &self->pads[i];

      *pad = pads[i];
      pad->name
          = pad->name != NULL ? g_ref_string_acquire (pad->name) : g_ref_string_new_intern ("");
      entries[i] = (CwRtreeEntry){ get_pad_bounds (pad), CW_ID_NONE, i };
    }
  self->index = cw_rtree_new (entries, n_pads);

  return self;
}

/**
 * cw_pads_ref:
 * @self: pads
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwPads *
cw_pads_ref (CwPads *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_pads_unref:
 * @self: (transfer full): pads
 *
 * Gives a reference back.
 */
void
cw_pads_unref (CwPads *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint32 i = 0; i < self->n_pads; i++)
    g_ref_string_release (self->pads[i].name);
  cw_rtree_unref (self->index);
  g_free (self);
}

static gboolean
pad_equal (const CwPad *a, const CwPad *b)
{
  return strcmp (a->name, b->name) == 0 && cw_point_equal (a->at, b->at)
         && a->form.kind == b->form.kind && a->form.width == b->form.width
         && a->form.height == b->form.height;
}

/**
 * cw_pads_equal:
 * @a: pads
 * @b: other pads
 *
 * Compares pads by value.
 *
 * Returns: whether they are alike
 */
gboolean
cw_pads_equal (const CwPads *a, const CwPads *b)
{
  if (a == b)
    return TRUE;
  if (a->n_pads != b->n_pads)
    return FALSE;
  for (guint32 i = 0; i < a->n_pads; i++)
    if (!pad_equal (&a->pads[i], &b->pads[i]))
      return FALSE;

  return TRUE;
}

/**
 * cw_pads_find:
 * @self: pads
 * @name: name of a pad
 *
 * Finds the first pad that has a name.
 *
 * Returns: its number, or %CW_PAD_NONE when there is none
 */
guint32
cw_pads_find (const CwPads *self, const char *name)
{
  for (guint32 i = 0; i < self->n_pads; i++)
    if (strcmp (self->pads[i].name, name) == 0)
      return i;

  return CW_PAD_NONE;
}

/**
 * cw_pads_get_bounds:
 * @self: pads
 *
 * Gets the box around all pads.
 *
 * Returns: the box, in the frame of the die; empty when there are no pads [nm]
 */
CwBox
cw_pads_get_bounds (const CwPads *self)
{
  return cw_rtree_get_bounds (self->index);
}

/**
 * cw_nets_new:
 * @nets: (array length=n_nets) (nullable): the net of each pad, copied; %NULL for none
 * @n_nets: how many pads
 *
 * Makes the nets of the pads of a placed die.
 *
 * Returns: (transfer full): the nets
 */
CwNets *
cw_nets_new (const CwId *nets, gsize n_nets)
{
  CwNets *self;

  g_return_val_if_fail (n_nets < CW_PAD_NONE, NULL);

  self = g_malloc0 (sizeof (CwNets) + n_nets * sizeof (CwId));
  g_atomic_ref_count_init (&self->ref_count);
  self->n_nets = (guint32) n_nets;
  if (nets != NULL && n_nets > 0)
    memcpy (self->nets, nets, n_nets * sizeof (CwId));

  return self;
}

/**
 * cw_nets_ref:
 * @self: nets
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwNets *
cw_nets_ref (CwNets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_nets_unref:
 * @self: (transfer full): nets
 *
 * Gives a reference back.
 */
void
cw_nets_unref (CwNets *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * cw_nets_equal:
 * @a: (nullable): nets, %NULL for those of no pads
 * @b: (nullable): other nets
 *
 * Compares nets by value.
 *
 * Returns: whether they are alike
 */
gboolean
cw_nets_equal (const CwNets *a, const CwNets *b)
{
  guint32 n_a = a != NULL ? a->n_nets : 0;
  guint32 n_b = b != NULL ? b->n_nets : 0;

  return a == b
         || (n_a == n_b && (n_a == 0 || memcmp (a->nets, b->nets, n_a * sizeof (CwId)) == 0));
}
