/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-fragment.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-namer.h"

/* items on their way from one design to another */
typedef struct
{
  CwDesign *from;
  CwDesign *to;
  CwEdit *edit;
  CwNamer *namer;
  GHashTable *ids; /* nets and die types: id there -> id here */
  guint8 levels[CW_MAX_LEVELS];
  const CwTransform *transform; /* NULL for none */
  GArray *copies;
  GError **error;
  gboolean failed;
} Carry;

/* where an item says what it belongs to, by its kind; 0 for nowhere */
static const struct
{
  gsize net;
  gsize nets;
  gsize type;
} places[CW_N_ITEM_KINDS] = {
  [CW_ITEM_DIE] = { .nets = offsetof (CwDie, nets), .type = offsetof (CwDie, type) },
  [CW_ITEM_BONDING_PAD] = { .net = offsetof (CwBondingPad, net) },
  [CW_ITEM_VIA] = { .net = offsetof (CwVia, net) },
  [CW_ITEM_TRACE] = { .net = offsetof (CwTrace, net) },
  [CW_ITEM_BUS] = { .net = offsetof (CwBus, net) },
  [CW_ITEM_PASSIVE] = { .nets = offsetof (CwPassive, nets) },
  [CW_ITEM_ZONE] = { .net = offsetof (CwZone, net) },
};

static gpointer
get_place (gpointer item, gsize offset)
{
  return offset != 0 ? (guint8 *) item + offset : NULL;
}

/* a net of the same name, made when there is none */
static CwId
carry_net (Carry *carry, CwId id)
{
  const CwNet *net = cw_design_get_net (carry->from, id);
  gpointer known = g_hash_table_lookup (carry->ids, GUINT_TO_POINTER (id));
  CwId found;

  if (net == NULL || known != NULL)
    return GPOINTER_TO_UINT (known);
  found = cw_edit_find_net (carry->edit, net->name);
  if (found == CW_ID_NONE)
    found = cw_edit_add_net (carry->edit, net, carry->error);
  carry->failed |= found == CW_ID_NONE;
  g_hash_table_insert (carry->ids, GUINT_TO_POINTER (id), GUINT_TO_POINTER (found));

  return found;
}

/* the same die type, or one more with the next free name when another one has its name */
static CwId
carry_die_type (Carry *carry, CwId id)
{
  CwDieType type = *cw_design_get_die_type (carry->from, id);
  gpointer known = g_hash_table_lookup (carry->ids, GUINT_TO_POINTER (id));
  CwId found = cw_design_find (carry->to, CW_ITEM_DIE_TYPE, type.name);
  g_autofree char *old = g_strdup (type.name);

  if (known != NULL)
    return GPOINTER_TO_UINT (known);
  if (found == CW_ID_NONE
      || !cw_die_type_class.table.equal (&type, cw_design_get_die_type (carry->to, found)))
    {
      type.name = cw_namer_take (carry->namer, CW_ITEM_DIE_TYPE, old)
                      ? g_ref_string_new (old)
                      : cw_namer_next (carry->namer, CW_ITEM_DIE_TYPE, old);
      found = cw_edit_add_die_type (carry->edit, &type, carry->error);
      g_ref_string_release (type.name);
    }
  carry->failed |= found == CW_ID_NONE;
  g_hash_table_insert (carry->ids, GUINT_TO_POINTER (id), GUINT_TO_POINTER (found));

  return found;
}

static CwNets *
carry_nets (Carry *carry, const CwNets *nets)
{
  g_autofree CwId *ids = g_new (CwId, nets->n_nets + 1);

  for (guint32 i = 0; i < nets->n_nets; i++)
    ids[i] = carry_net (carry, nets->nets[i]);

  return cw_nets_new (ids, nets->n_nets);
}

static void
refuse_level (Carry *carry, CwId id)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  CwTechnology *technology = cw_design_get_technology (carry->from);
  const char *name = NULL;

  for (guint i = 0; i < cw_technology_get_n_levels (technology) && name == NULL; i++)
    {
      g_autofree gpointer copy
          = g_memdup2 (cw_design_get_item (carry->from, id), klass->table.size);
      guint8 levels[CW_MAX_LEVELS];

      for (guint j = 0; j < CW_MAX_LEVELS; j++)
        levels[j] = (guint8) j;
      levels[i] = carry->levels[i];
      if (carry->levels[i] == CW_LEVEL_NONE && !klass->map_levels (copy, levels))
        name = cw_technology_get_level (technology, i)->name;
    }
  g_set_error (carry->error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               _ ("This package has no level \"%s\", which a %s needs"), name != NULL ? name : "?",
               klass->name);
}

static CwId
add_item (Carry *carry, CwId id, gpointer item)
{
  CwItemKind kind = cw_id_get_kind (id);
  GRefString **slot = cw_namer_get_slot (kind, item);
  g_autofree char *old = slot != NULL && *slot != NULL ? g_strdup (*slot) : NULL;
  CwId copy;

  if (old == NULL || *old == '\0' || cw_namer_take (carry->namer, kind, old))
    return cw_edit_add (carry->edit, kind, item, carry->error);
  *slot = cw_namer_next (carry->namer, kind, old);
  copy = cw_edit_add (carry->edit, kind, item, carry->error);
  g_ref_string_release (*slot);

  return copy;
}

static gboolean
carry_item (CwId id, gconstpointer from, gpointer user_data)
{
  Carry *carry = user_data;
  CwItemKind kind = cw_id_get_kind (id);
  const CwItemClass *klass = cw_item_class_get (kind);
  g_autofree gpointer item = g_memdup2 (from, klass->table.size);
  CwId *net = get_place (item, places[kind].net);
  CwNets **nets = get_place (item, places[kind].nets);
  CwId *type = get_place (item, places[kind].type);
  g_autoptr (CwNets) mapped = NULL;
  CwId copy;

  if (klass->map_levels != NULL && !klass->map_levels (item, carry->levels))
    {
      refuse_level (carry, id);
      carry->failed = TRUE;
      return FALSE;
    }
  if (net != NULL && *net != CW_ID_NONE)
    *net = carry_net (carry, *net);
  if (nets != NULL && *nets != NULL)
    *nets = mapped = carry_nets (carry, *nets);
  if (type != NULL)
    *type = carry_die_type (carry, *type);
  if (carry->failed)
    return FALSE;
  if (klass->flags_offset != 0)
    cw_item_class_set_flags (
        klass, item, (guint8) (cw_item_class_get_flags (klass, item) & ~(guint8) CW_ITEM_LOCKED));
  copy = add_item (carry, id, item);
  carry->failed = copy == CW_ID_NONE
                  || (carry->transform != NULL
                      && !cw_edit_transform (carry->edit, copy, carry->transform, carry->error));
  if (!carry->failed && carry->copies != NULL)
    g_array_append_val (carry->copies, copy);

  return !carry->failed;
}

/**
 * cw_fragment_new:
 * @design: a design
 * @items: (array length=n_items): ids of placed items
 * @n_items: how many
 * @error: return location for an error
 *
 * Makes a design of its own that holds just some items, with the technology of theirs and the nets
 * and die types that they need. None of them is locked.
 *
 * Returns: (transfer full) (nullable): the fragment
 */
CwDesign *
cw_fragment_new (CwDesign *design, const CwId *items, gsize n_items, GError **error)
{
  g_autoptr (CwDesign) empty = NULL;
  g_autoptr (CwEdit) edit = NULL;
  g_autoptr (CwNamer) namer = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  Carry carry = { .from = design, .ids = ids, .error = error };

  g_return_val_if_fail (design != NULL, NULL);

  empty = cw_design_new (cw_design_get_technology (design), cw_design_get_outline (design));
  edit = cw_edit_new (empty);
  namer = cw_namer_new (empty);
  carry.to = empty;
  carry.edit = edit;
  carry.namer = namer;
  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    carry.levels[i] = (guint8) i;
  for (gsize i = 0; i < n_items; i++)
    if (!carry_item (items[i], cw_design_get_item (design, items[i]), &carry))
      return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_fragment_merge:
 * @fragment: items as a design of their own
 * @base: the design that they go into
 * @transform: where they go
 * @copies: (nullable) (element-type CwId): where to append the ids that they get
 * @error: return location for an error
 *
 * Adds the items of a fragment to a design. Levels and nets are found by their names; a net that
 * the design does not have is made, a level that it does not have is an error. A die type is taken
 * from the design when it has the very same. Names that must be unique and are taken become the
 * next free ones.
 *
 * Returns: (transfer full) (nullable): the next design
 */
CwDesign *
cw_fragment_merge (CwDesign *fragment, CwDesign *base, const CwTransform *transform, GArray *copies,
                   GError **error)
{
  CwTechnology *technology = cw_design_get_technology (fragment);
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  g_autoptr (CwNamer) namer = cw_namer_new (base);
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  Carry carry = { .from = fragment,
                  .to = base,
                  .edit = edit,
                  .namer = namer,
                  .ids = ids,
                  .transform = transform,
                  .copies = copies,
                  .error = error };

  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    carry.levels[i]
        = i < cw_technology_get_n_levels (technology) ? (guint8) cw_technology_find_level (
              cw_design_get_technology (base), cw_technology_get_level (technology, i)->name)
                                                      : CW_LEVEL_NONE;
  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    if (!cw_design_foreach (fragment, (CwItemKind) kind, carry_item, &carry) && carry.failed)
      return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_fragment_count:
 * @fragment: items as a design of their own
 *
 * Counts them.
 *
 * Returns: how many
 */
guint32
cw_fragment_count (const CwDesign *fragment)
{
  guint32 n = 0;

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    n += cw_design_get_n_items (fragment, (CwItemKind) kind);

  return n;
}

typedef struct
{
  const CwDesign *design;
  CwBox box;
  guint kinds;
} Bounds;

static gboolean
add_bounds (CwId id, gconstpointer item, gpointer user_data)
{
  Bounds *bounds = user_data;

  bounds->box = cw_box_union (bounds->box, cw_design_get_item_bounds (bounds->design, id));
  bounds->kinds |= 1u << cw_id_get_kind (id);

  return TRUE;
}

/**
 * cw_fragment_get_bounds:
 * @fragment: items as a design of their own
 * @kinds: (out): a bit for each kind of item that there is
 *
 * Gets the box around the items.
 *
 * Returns: the box, around the origin when nothing has a form [nm]
 */
CwBox
cw_fragment_get_bounds (const CwDesign *fragment, guint *kinds)
{
  Bounds bounds = { fragment, CW_BOX_EMPTY, 0 };

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    cw_design_foreach (fragment, (CwItemKind) kind, add_bounds, &bounds);
  *kinds = bounds.kinds;

  return cw_box_is_empty (bounds.box) ? CW_BOX (0, 0, 0, 0) : bounds.box;
}
