/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-edit-private.h"

#include <string.h>

/**
 * cw_edit_new:
 * @base: the design to begin from
 *
 * Begins an edit.
 *
 * Returns: (transfer full): the edit
 */
CwEdit *
cw_edit_new (CwDesign *base)
{
  CwEdit *self = g_new0 (CwEdit, 1);

  self->base = cw_design_ref (base);
  self->name = g_ref_string_acquire (base->name);
  self->technology = cw_technology_ref (base->technology);
  self->outline = cw_path_ref (base->outline);
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    self->tables[kind] = cw_table_ref (base->tables[kind]);
  return self;
}

/**
 * cw_edit_free:
 * @self: (transfer full): an edit
 *
 * Forgets an edit; the design that it began from is as it was.
 */
void
cw_edit_free (CwEdit *self)
{
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      cw_table_unref (self->tables[kind]);
      g_clear_pointer (&self->names[kind], g_hash_table_unref);
    }
  cw_path_unref (self->outline);
  cw_technology_unref (self->technology);
  g_ref_string_release (self->name);
  cw_design_unref (self->base);
  g_free (self);
}

static CwItemContext
get_context (CwEdit *self, CwItemKind kind, gconstpointer item)
{
  CwItemContext context = { self->technology, NULL };

  if (kind == CW_ITEM_DIE)
    context.die_type = cw_edit_get_item (self, ((const CwDie *) item)->type);
  return context;
}

/**
 * cw_edit_get_item:
 * @self: an edit
 * @id: an id
 *
 * Looks up an item as the edit has it so far.
 *
 * Returns: (transfer none) (nullable): the item; it lives until the next change
 */
gconstpointer
cw_edit_get_item (CwEdit *self, CwId id)
{
  CwItemKind kind = cw_id_get_kind (id);

  if (kind == CW_ITEM_NONE || kind >= CW_N_ITEM_KINDS)
    return NULL;

  return cw_table_get (self->tables[kind], cw_id_get_number (id));
}

static GRefString *
get_unique_name (CwItemKind kind, gconstpointer item)
{
  const CwItemClass *klass = cw_item_class_get (kind);

  return klass->has_unique_name ? klass->get_name (item) : NULL;
}

typedef struct
{
  CwItemKind kind;
  GHashTable *names;
} NamesContext;

static gboolean
note_name (guint32 number, gconstpointer item, gpointer user_data)
{
  NamesContext *context = user_data;

  g_hash_table_insert (context->names, g_ref_string_acquire (get_unique_name (context->kind, item)),
                       GUINT_TO_POINTER (cw_id_new (context->kind, number)));
  return TRUE;
}

static GHashTable *
get_names (CwEdit *self, CwItemKind kind)
{
  NamesContext context = { kind, NULL };

  if (self->names[kind] == NULL)
    {
      self->names[kind] = g_hash_table_new_full (g_str_hash, g_str_equal,
                                                 (GDestroyNotify) g_ref_string_release, NULL);
      context.names = self->names[kind];
      cw_table_foreach (self->tables[kind], note_name, &context);
    }
  return self->names[kind];
}

/**
 * cw_edit_find_net:
 * @self: an edit
 * @name: a name
 *
 * Looks for a net as the edit has it so far; fast from the second call on.
 *
 * Returns: the net, or %CW_ID_NONE
 */
CwId
cw_edit_find_net (CwEdit *self, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_names (self, CW_ITEM_NET), name));
}

static gboolean
check_net (CwEdit *self, CwId net, GError **error)
{
  if (net == CW_ID_NONE)
    return TRUE;

  if (cw_id_get_kind (net) == CW_ITEM_NET && cw_edit_get_item (self, net) != NULL)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no net %u",
               cw_id_get_number (net));
  return FALSE;
}

static gboolean
check_references (CwEdit *self, CwItemKind kind, gconstpointer item, GError **error)
{
  const CwItemClass *klass = cw_item_class_get (kind);
  const CwNets *nets = klass->get_nets != NULL ? klass->get_nets (item) : NULL;
  const CwDie *die = item;

  if (klass->get_net != NULL && !check_net (self, klass->get_net (item), error))
    return FALSE;
  for (guint32 i = 0; nets != NULL && i < nets->n_nets; i++)
    if (!check_net (self, nets->nets[i], error))
      return FALSE;
  if (kind != CW_ITEM_DIE)
    return TRUE;

  if (cw_id_get_kind (die->type) != CW_ITEM_DIE_TYPE || cw_edit_get_item (self, die->type) == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no die type %u",
                   cw_id_get_number (die->type));
      return FALSE;
    }
  return TRUE;
}

/**
 * cw_edit_check_item:
 * @self: an edit
 * @kind: the kind of @item
 * @item: an item
 *
 * Checks values and references of an item against what the edit holds.
 *
 * Returns: whether it is valid
 */
gboolean
cw_edit_check_item (CwEdit *self, CwItemKind kind, gconstpointer item, GError **error)
{
  CwItemContext context;

  if (!check_references (self, kind, item, error))
    return FALSE;

  context = get_context (self, kind, item);
  return cw_item_class_get (kind)->validate (item, &context, error);
}

/* makes sure that no other item has the name, and notes it */
static gboolean
take_name (CwEdit *self, CwId id, gconstpointer item, gconstpointer old, GError **error)
{
  CwItemKind kind = cw_id_get_kind (id);
  GRefString *name = get_unique_name (kind, item);
  GRefString *old_name = old != NULL ? get_unique_name (kind, old) : NULL;
  GHashTable *names;

  if (name == NULL || (old_name != NULL && strcmp (name, old_name) == 0))
    return TRUE;

  names = get_names (self, kind);
  if (g_hash_table_contains (names, name))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE, "there is a %s \"%s\" already",
                   cw_item_class_get (kind)->name, name);
      return FALSE;
    }

  g_hash_table_insert (names, g_ref_string_acquire (name), GUINT_TO_POINTER (id));
  if (old_name != NULL)
    g_hash_table_remove (names, old_name);
  return TRUE;
}

static gboolean
put (CwEdit *self, CwId id, gconstpointer item, gconstpointer old, GError **error)
{
  CwItemKind kind = cw_id_get_kind (id);

  if (!cw_edit_check_item (self, kind, item, error) || !take_name (self, id, item, old, error))
    return FALSE;

  cw_table_set (&self->tables[kind], cw_id_get_number (id), item);
  return TRUE;
}

/**
 * cw_edit_add:
 * @self: an edit
 * @kind: a kind of item
 * @item: an item of that kind; the design keeps a copy
 *
 * Adds an item under a number that was never used.
 *
 * Returns: its id, or %CW_ID_NONE with @error set when it is not valid
 */
CwId
cw_edit_add (CwEdit *self, CwItemKind kind, gconstpointer item, GError **error)
{
  guint32 number;

  g_return_val_if_fail (kind > CW_ITEM_NONE && kind < CW_N_ITEM_KINDS, CW_ID_NONE);

  number = cw_table_get_next_number (self->tables[kind]);
  if (number > CW_ID_NUMBER_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "there are no numbers left for a %s", cw_item_class_get (kind)->name);
      return CW_ID_NONE;
    }

  return put (self, cw_id_new (kind, number), item, NULL, error) ? cw_id_new (kind, number)
                                                                 : CW_ID_NONE;
}

/**
 * cw_edit_add_with_id:
 * @self: an edit
 * @id: an id that is free
 * @item: an item of the kind that @id names; the design keeps a copy
 *
 * Adds an item under a given id, as a reader does.
 *
 * Returns: whether it is valid and the id was free
 */
gboolean
cw_edit_add_with_id (CwEdit *self, CwId id, gconstpointer item, GError **error)
{
  CwItemKind kind = cw_id_get_kind (id);

  g_return_val_if_fail (kind > CW_ITEM_NONE && kind < CW_N_ITEM_KINDS, FALSE);

  if (cw_id_get_number (id) == 0 || cw_edit_get_item (self, id) != NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE, "%s number %u is taken",
                   cw_item_class_get (kind)->name, cw_id_get_number (id));
      return FALSE;
    }

  return put (self, id, item, NULL, error);
}

/* gives the dies of a type nets for its new pads: a pad of the same name keeps its net */
static gboolean
match_pad_nets (CwEdit *self, CwId die_id, const CwPads *old, const CwPads *new, GError **error)
{
  CwDie die = *(const CwDie *) cw_edit_get_item (self, die_id);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) nets = g_array_new (FALSE, TRUE, sizeof (CwId));
  g_autoptr (CwNets) matched = NULL;

  for (guint32 i = 0; i < old->n_pads; i++)
    g_hash_table_insert (by_name, old->pads[i].name, GUINT_TO_POINTER (die.nets->nets[i]));
  for (guint32 i = 0; i < new->n_pads; i++)
    {
      CwId net = GPOINTER_TO_UINT (g_hash_table_lookup (by_name, new->pads[i].name));

      g_array_append_val (nets, net);
    }

  matched = cw_nets_new ((const CwId *) (gpointer) nets->data, nets->len);
  die.nets = matched;
  cw_table_set (&self->tables[CW_ITEM_DIE], cw_id_get_number (die_id), &die);
  return cw_edit_check_item (self, CW_ITEM_DIE, &die, error);
}

typedef struct
{
  CwId type;
  GArray *dies;
} DiesContext;

static gboolean
collect_die (guint32 number, gconstpointer item, gpointer user_data)
{
  DiesContext *context = user_data;
  CwId id = cw_id_new (CW_ITEM_DIE, number);

  if (((const CwDie *) item)->type == context->type)
    g_array_append_val (context->dies, id);
  return TRUE;
}

static gboolean
put_die_type (CwEdit *self, CwId id, const CwDieType *type, GError **error)
{
  const CwDieType *old = cw_edit_get_item (self, id);
  g_autoptr (CwPads) old_pads = cw_pads_ref (old->pads);
  g_autoptr (CwTable) dies_before = cw_table_ref (self->tables[CW_ITEM_DIE]);
  g_autoptr (CwTable) types_before = cw_table_ref (self->tables[CW_ITEM_DIE_TYPE]);
  g_autoptr (GArray) dies = g_array_new (FALSE, FALSE, sizeof (CwId));
  DiesContext context = { id, dies };

  if (!put (self, id, type, old, error))
    return FALSE;

  cw_table_foreach (self->tables[CW_ITEM_DIE], collect_die, &context);
  for (guint i = 0; i < dies->len; i++)
    if (!match_pad_nets (self, g_array_index (dies, CwId, i), old_pads, type->pads, error))
      {
        cw_table_unref (self->tables[CW_ITEM_DIE]);
        cw_table_unref (self->tables[CW_ITEM_DIE_TYPE]);
        self->tables[CW_ITEM_DIE] = g_steal_pointer (&dies_before);
        self->tables[CW_ITEM_DIE_TYPE] = g_steal_pointer (&types_before);
        g_clear_pointer (&self->names[CW_ITEM_DIE_TYPE], g_hash_table_unref);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_exists (CwEdit *self, CwId id, GError **error)
{
  CwItemKind kind = cw_id_get_kind (id);

  if (cw_edit_get_item (self, id) != NULL)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no %s %u",
               kind > CW_ITEM_NONE && kind < CW_N_ITEM_KINDS ? cw_item_class_get (kind)->name
                                                             : "item",
               cw_id_get_number (id));
  return FALSE;
}

/**
 * cw_edit_set:
 * @self: an edit
 * @id: an item that is there
 * @item: what it shall be; the design keeps a copy
 *
 * Replaces an item. When the pads of a die type change, pads of the same name keep
 * their nets in all dies of that type.
 *
 * Returns: whether it is there and @item is valid
 */
gboolean
cw_edit_set (CwEdit *self, CwId id, gconstpointer item, GError **error)
{
  if (!check_exists (self, id, error))
    return FALSE;
  if (cw_id_get_kind (id) == CW_ITEM_DIE_TYPE)
    return put_die_type (self, id, item, error);

  return put (self, id, item, cw_edit_get_item (self, id), error);
}

typedef struct
{
  CwId wanted;
  CwItemKind kind;
  CwId user;
} UseContext;

static gboolean
is_not_used (guint32 number, gconstpointer item, gpointer user_data)
{
  UseContext *context = user_data;
  const CwItemClass *klass = cw_item_class_get (context->kind);
  const CwNets *nets = klass->get_nets != NULL ? klass->get_nets (item) : NULL;
  gboolean used = klass->get_net != NULL && klass->get_net (item) == context->wanted;

  if (context->kind == CW_ITEM_DIE)
    used = ((const CwDie *) item)->type == context->wanted;
  for (guint32 i = 0; nets != NULL && i < nets->n_nets && !used; i++)
    used = nets->nets[i] == context->wanted;

  if (used)
    context->user = cw_id_new (context->kind, number);
  return !used;
}

/**
 * cw_edit_remove:
 * @self: an edit
 * @id: an item
 *
 * Removes an item. A net or a die type that something still uses is refused.
 *
 * Returns: whether it was there and nothing needs it
 */
gboolean
cw_edit_remove (CwEdit *self, CwId id, GError **error)
{
  CwItemKind kind = cw_id_get_kind (id);
  GRefString *name;

  if (!check_exists (self, id, error))
    return FALSE;

  for (guint user = CW_ITEM_DIE;
       (kind == CW_ITEM_NET || kind == CW_ITEM_DIE_TYPE) && user < CW_N_ITEM_KINDS; user++)
    {
      UseContext context = { id, user, CW_ID_NONE };

      if (cw_table_foreach (self->tables[user], is_not_used, &context))
        continue;
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "%s \"%s\" is still used by %s %u", cw_item_class_get (kind)->name,
                   get_unique_name (kind, cw_edit_get_item (self, id)),
                   cw_item_class_get (user)->name, cw_id_get_number (context.user));
      return FALSE;
    }

  name = get_unique_name (kind, cw_edit_get_item (self, id));
  if (name != NULL && self->names[kind] != NULL)
    g_hash_table_remove (self->names[kind], name);
  return cw_table_remove (&self->tables[kind], cw_id_get_number (id));
}

/**
 * cw_edit_transform:
 * @self: an edit
 * @id: a placed item
 * @transform: where it goes
 *
 * Moves, turns or mirrors an item.
 *
 * Returns: whether it is there and fits in the coordinates
 */
gboolean
cw_edit_transform (CwEdit *self, CwId id, const CwTransform *transform, GError **error)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  g_autofree gpointer item = NULL;
  gboolean done;

  if (!check_exists (self, id, error))
    return FALSE;
  g_return_val_if_fail (klass->transform != NULL, FALSE);

  item = g_memdup2 (cw_edit_get_item (self, id), klass->table.size);
  if (klass->table.hold != NULL)
    klass->table.hold (item);
  klass->transform (item, transform);
  done = cw_edit_set (self, id, item, error);
  if (klass->table.drop != NULL)
    klass->table.drop (item);
  return done;
}

/**
 * cw_edit_finish:
 * @self: an edit
 * @diff: (out) (optional) (transfer full): what differs from the base
 *
 * Makes the next design. Further changes to the edit go to the design after it.
 *
 * Returns: (transfer full): the design
 */
CwDesign *
cw_edit_finish (CwEdit *self, CwDiff **diff)
{
  CwDesign *next
      = cw_design_new_next (self->base, self->name, self->technology, self->outline, self->tables);
  g_autoptr (GArray) ids = cw_design_collect_changes (self->base, next);
  guint64 n_items = 0;

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    n_items += cw_table_get_n_items (next->tables[kind]);

  /* packing all anew beats inserting many one by one */
  if (next->technology != self->base->technology || ids->len > 1000 + n_items / 8)
    cw_design_build_index (next);
  else
    cw_design_update_index (next, self->base, (const CwId *) (gpointer) ids->data, ids->len);

  if (diff != NULL)
    *diff = cw_diff_new (self->base, next);

  cw_design_unref (self->base);
  self->base = cw_design_ref (next);
  return next;
}
