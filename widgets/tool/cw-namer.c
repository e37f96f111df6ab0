/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-namer.h"

struct _CwNamer
{
  const CwDesign *design;
  GHashTable *numbers; /* kind and letters -> the number to try next */
  GHashTable *taken;   /* kind and name of what was given away */
};

static char *
make_key (CwItemKind kind, const char *name, gsize length)
{
  return g_strdup_printf ("%u:%.*s", kind, (int) length, name);
}

static gsize
count_letters (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && g_ascii_isdigit (name[length - 1]))
    length--;

  return length;
}

/**
 * cw_namer_new:
 * @design: (transfer none): a design that outlives the namer
 *
 * Makes a namer that has given no name yet.
 *
 * Returns: (transfer full): the namer
 */
CwNamer *
cw_namer_new (const CwDesign *design)
{
  CwNamer *self;

  g_return_val_if_fail (design != NULL, NULL);

  self = g_new (CwNamer, 1);
  self->design = design;
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * cw_namer_free:
 * @self: a namer
 *
 * Frees it.
 */
void
cw_namer_free (CwNamer *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->taken);
  g_free (self);
}

/**
 * cw_namer_take:
 * @self: a namer
 * @kind: kind of a new item
 * @name: a name for it
 *
 * Takes a name, if it is free.
 *
 * Returns: whether it was
 */
gboolean
cw_namer_take (CwNamer *self, CwItemKind kind, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (cw_design_find (self->design, kind, name) != CW_ID_NONE)
    return FALSE;

  return g_hash_table_add (self->taken, make_key (kind, name, strlen (name)));
}

/**
 * cw_namer_next:
 * @self: a namer
 * @kind: kind of a new item
 * @like: name of another item; its letters are kept
 *
 * Takes the next free name that begins as another one does, such as `U3` for `U1`.
 *
 * Returns: (transfer full): the name
 */
GRefString *
cw_namer_next (CwNamer *self, CwItemKind kind, const char *like)
{
  gsize length;
  guint number;
  char *key;

  g_return_val_if_fail (self != NULL && like != NULL, NULL);

  length = count_letters (like);
  key = make_key (kind, like, length);
  for (number = MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key)), 1);; number++)
    {
      g_autofree char *name = g_strdup_printf ("%.*s%u", (int) length, like, number);

      if (!cw_namer_take (self, kind, name))
        continue;
      g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number + 1));
      return g_ref_string_new (name);
    }
}

/**
 * cw_namer_get_slot:
 * @kind: a kind of item
 * @item: an item of that kind
 *
 * Finds the name of an item of a kind that wants unique names.
 *
 * Returns: (nullable): where its name lies, %NULL for kinds that have none or need not be unique
 */
GRefString **
cw_namer_get_slot (CwItemKind kind, gpointer item)
{
  switch (kind)
    {
    case CW_ITEM_DIE:
      return &((CwDie *) item)->name;

    case CW_ITEM_BONDING_PAD:
      return &((CwBondingPad *) item)->name;

    case CW_ITEM_PASSIVE:
      return &((CwPassive *) item)->name;

    case CW_ITEM_CUT_LINE:
      return &((CwCutLine *) item)->name;

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_VIA:
    case CW_ITEM_TRACE:
    case CW_ITEM_TEXT:
    case CW_ITEM_BUS:
    case CW_ITEM_CAVITY:
    case CW_ITEM_ZONE:
    case CW_ITEM_KEEP_OUT:
    case CW_ITEM_FIDUCIAL:
    case CW_N_ITEM_KINDS:
    default:
      return NULL;
    }
}

/**
 * cw_die_dup_next_name:
 * @design: a design
 * @like: (nullable): name of a die; its letters are kept
 * @number: the number to begin with; the one after that of the name on return
 *
 * Finds the next free name for a die, such as `U3`.
 *
 * Returns: (transfer full): the name
 */
char *
cw_die_dup_next_name (const CwDesign *design, const char *like, guint *number)
{
  const char *from = like != NULL && !g_ascii_isdigit (*like) && *like != '\0' ? like : "U";
  gsize length = count_letters (from);

  for (;;)
    {
      char *name = g_strdup_printf ("%.*s%u", (int) length, from, (*number)++);

      if (cw_design_find (design, CW_ITEM_DIE, name) == CW_ID_NONE)
        return name;
      g_free (name);
    }
}
