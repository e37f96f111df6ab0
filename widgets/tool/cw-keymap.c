/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-keymap.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-keymap-data.h"

#define COMMAND "win.run::"

struct _CwKeymap
{
  GObject parent_instance;

  CwKeymapKind kind;
  GHashTable *bindings; /* the user's own: action -> keys */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwKeymap, cw_keymap, G_TYPE_OBJECT)

static const char *const names[CW_N_KEYMAPS] = { "default", "kicad", "klayout", "horizon" };

static void
cw_keymap_finalize (GObject *object)
{
  CwKeymap *self = CW_KEYMAP (object);

  g_hash_table_unref (self->bindings);
  G_OBJECT_CLASS (cw_keymap_parent_class)->finalize (object);
}

static void
cw_keymap_class_init (CwKeymapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cw_keymap_finalize;

  /**
   * CwKeymap::changed:
   * @self: a keymap
   *
   * Actions have other keys.
   */
  signals[CHANGED] = g_signal_new ("changed", CW_TYPE_KEYMAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
cw_keymap_init (CwKeymap *self)
{
  self->bindings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * cw_keymap_get_default:
 *
 * Gets the keymap of the program.
 *
 * Returns: (transfer none): the keymap
 */
CwKeymap *
cw_keymap_get_default (void)
{
  static CwKeymap *keymap = NULL;

  if (keymap == NULL)
    keymap = g_object_new (CW_TYPE_KEYMAP, NULL);

  return keymap;
}

/**
 * cw_keymap_get_name:
 * @kind: a map
 *
 * Gets what the settings call a map.
 *
 * Returns: (transfer none): the name
 */
const char *
cw_keymap_get_name (CwKeymapKind kind)
{
  g_return_val_if_fail (kind < CW_N_KEYMAPS, NULL);

  return names[kind];
}

/**
 * cw_keymap_find:
 * @name: what the settings call a map
 * @kind: (out): the map
 *
 * Finds a map by its name.
 *
 * Returns: whether there is one
 */
gboolean
cw_keymap_find (const char *name, CwKeymapKind *kind)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = 0; i < CW_N_KEYMAPS; i++)
    if (strcmp (names[i], name) == 0)
      {
        *kind = (CwKeymapKind) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * cw_keymap_get_kind:
 *
 * Returns: the map that is chosen
 */
CwKeymapKind
cw_keymap_get_kind (CwKeymap *self)
{
  g_return_val_if_fail (CW_IS_KEYMAP (self), CW_KEYMAP_DEFAULT);

  return self->kind;
}

/**
 * cw_keymap_set_kind:
 * @self: a keymap
 * @kind: the map to use
 *
 * Chooses a map; what the user bound stays.
 */
void
cw_keymap_set_kind (CwKeymap *self, CwKeymapKind kind)
{
  g_return_if_fail (CW_IS_KEYMAP (self) && kind < CW_N_KEYMAPS);

  if (self->kind == kind)
    return;
  self->kind = kind;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_keymap_get_keys:
 * @self: a keymap
 * @action: detailed name of an action
 * @usual: (nullable): the keys that its table has
 *
 * Gets the keys that an action has now.
 *
 * Returns: (transfer none) (nullable): accelerators with spaces between them, %NULL for none; good
 *   until the keymap changes
 */
const char *
cw_keymap_get_keys (CwKeymap *self, const char *action, const char *usual)
{
  const char *keys;
  gboolean found;

  g_return_val_if_fail (CW_IS_KEYMAP (self) && action != NULL, usual);

  keys = g_hash_table_lookup (self->bindings, action);
  if (keys == NULL)
    {
      keys = cw_keymap_data_find (self->kind, action, &found);
      if (!found)
        keys = usual;
    }

  return keys != NULL && *keys != '\0' ? keys : NULL;
}

/**
 * cw_keymap_get_command_keys:
 * @self: a keymap
 * @command: (nullable): a command of tools
 * @usual: (nullable): the keys that its row has
 *
 * Gets the keys that a row of a tool's table has now. Rows without a command keep theirs.
 *
 * Returns: (transfer none) (nullable): accelerators with spaces between them, %NULL for none
 */
const char *
cw_keymap_get_command_keys (CwKeymap *self, const char *command, const char *usual)
{
  char action[80];

  if (command == NULL)
    return usual;
  g_snprintf (action, sizeof action, COMMAND "%s", command);

  return cw_keymap_get_keys (self, action, usual);
}

/**
 * cw_keymap_has_binding:
 * @self: a keymap
 * @action: detailed name of an action
 *
 * Returns: whether the user gave the action keys of its own
 */
gboolean
cw_keymap_has_binding (CwKeymap *self, const char *action)
{
  g_return_val_if_fail (CW_IS_KEYMAP (self) && action != NULL, FALSE);

  return g_hash_table_contains (self->bindings, action);
}

/**
 * cw_keymap_bind:
 * @self: a keymap
 * @action: detailed name of an action
 * @keys: accelerators with spaces between them, empty for none
 *
 * Gives an action other keys, whichever map is chosen.
 */
void
cw_keymap_bind (CwKeymap *self, const char *action, const char *keys)
{
  g_return_if_fail (CW_IS_KEYMAP (self) && action != NULL && keys != NULL);

  g_hash_table_replace (self->bindings, g_strdup (action), g_strdup (keys));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_keymap_unbind:
 * @self: a keymap
 * @action: detailed name of an action
 *
 * Gives an action the keys of the map again.
 */
void
cw_keymap_unbind (CwKeymap *self, const char *action)
{
  g_return_if_fail (CW_IS_KEYMAP (self) && action != NULL);

  if (g_hash_table_remove (self->bindings, action))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_keymap_set_bindings:
 * @self: a keymap
 * @bindings: what cw_keymap_list_bindings () gave: `a{ss}`
 *
 * Takes what the user bound from the settings.
 */
void
cw_keymap_set_bindings (CwKeymap *self, GVariant *bindings)
{
  g_autoptr (GVariant) now = NULL;
  GVariantIter iter;
  const char *action;
  const char *keys;

  g_return_if_fail (CW_IS_KEYMAP (self) && bindings != NULL);

  now = g_variant_ref_sink (cw_keymap_list_bindings (self));
  if (g_variant_equal (now, bindings))
    return;
  g_hash_table_remove_all (self->bindings);
  g_variant_iter_init (&iter, bindings);
  while (g_variant_iter_next (&iter, "{&s&s}", &action, &keys))
    g_hash_table_replace (self->bindings, g_strdup (action), g_strdup (keys));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * cw_keymap_list_bindings:
 * @self: a keymap
 *
 * Lists what the user bound, in the order of the names.
 *
 * Returns: (transfer floating): `a{ss}` of actions and keys
 */
GVariant *
cw_keymap_list_bindings (CwKeymap *self)
{
  GVariantBuilder builder;
  GList *actions;

  g_return_val_if_fail (CW_IS_KEYMAP (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  actions = g_list_sort (g_hash_table_get_keys (self->bindings), (GCompareFunc) strcmp);
  for (GList *l = actions; l != NULL; l = l->next)
    g_variant_builder_add (&builder, "{ss}", l->data,
                           g_hash_table_lookup (self->bindings, l->data));
  g_list_free (actions);

  return g_variant_builder_end (&builder);
}
