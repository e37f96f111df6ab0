/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-setup.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/cw-decimal.h"
#include "model/base/cw-error.h"
#include "model/base/cw-expression.h"

/* an item of a page, on the stack */
typedef union
{
  char bytes[CW_SETUP_ITEM_MAX];
  gpointer align;
} Item;

static char *
get_choice (const CwSetupField *field, gconstpointer at)
{
  guint value = field->size == 1 ? *(const guint8 *) at : *(const guint32 *) at;

  if (field->may_be_none)
    value = value == 255 ? 0 : value + 1;

  return cw_setup_dup_count (value);
}

/**
 * cw_setup_get_text:
 * @info: a page
 * @field: which of its fields
 * @design: a design
 * @key: a thing of the page
 * @unit: unit of lengths
 *
 * Gets the text of a field.
 *
 * Returns: (transfer full): the text
 */
char *
cw_setup_get_text (const CwSetupInfo *info, guint field, const CwDesign *design, guint32 key,
                   CwUnit unit)
{
  const CwSetupField *it = &info->fields[field];
  gconstpointer at;
  Item item;

  if (it->get != NULL)
    return it->get (design, key, unit);
  if (!info->load (design, key, &item))
    return g_strdup ("");

  at = item.bytes + it->offset;
  switch (it->kind)
    {
    case CW_SETUP_TEXT:
      return g_strdup (*(char *const *) at != NULL ? *(char *const *) at : "");

    case CW_SETUP_LENGTH:
      return cw_length_format (*(const CwCoord *) at, unit);

    case CW_SETUP_ANGLE:
      return cw_angle_format (*(const CwAngle *) at);

    case CW_SETUP_DECIMAL:
      return cw_decimal_format (*(const gint32 *) at, it->scale);

    case CW_SETUP_CHOICE:
      return get_choice (it, at);

    case CW_SETUP_COLOUR:
      return g_strdup_printf ("%06x", *(const guint32 *) at);

    case CW_SETUP_BLOCK:
    case CW_SETUP_FIXED:
    default:
      return g_strdup ("");
    }
}

/* whether nothing is lost when a number is counted in parts of one */
static gboolean
is_whole (CwDecimal decimal, gint64 scale)
{
  __int128 product = (__int128) decimal.digits * scale;

  for (guint i = 0; i < decimal.places; i++)
    {
      if (product % 10 != 0)
        return FALSE;
      product /= 10;
    }
  return TRUE;
}

static gboolean
parse_decimal (const CwSetupField *field, const char *text, gint32 *number, GError **error)
{
  const char *rest = text;
  CwDecimal decimal;
  gint64 value;

  cw_text_skip_space (&rest);
  if (cw_decimal_scan_signed (&rest, &decimal))
    cw_text_skip_space (&rest);
  else
    rest = "?";
  if (*rest != '\0' || !cw_decimal_scale (decimal, field->scale, G_MAXINT32, &value))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "\"%s\" is not a number", text);
      return FALSE;
    }
  if (!is_whole (decimal, field->scale))
    {
      g_autofree char *step = cw_decimal_format (1, field->scale);

      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is finer than steps of %s",
                   text, step);
      return FALSE;
    }
  *number = (gint32) value;
  return TRUE;
}

static gboolean
parse_colour (const char *text, guint32 *colour, GError **error)
{
  const char *digits = *text == '#' ? text + 1 : text;
  char *end;
  guint64 value = g_ascii_strtoull (digits, &end, 16);

  if (strlen (digits) == 6 && *end == '\0' && g_ascii_isxdigit (*digits))
    {
      *colour = (guint32) value;
      return TRUE;
    }
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX,
               "\"%s\" is not a colour of six hexadecimal digits, such as c9743a", text);
  return FALSE;
}

static gboolean
parse_field (const CwSetupField *field, gpointer at, const char *text, CwUnit unit,
             GRefString **made, GError **error)
{
  guint choice;

  switch (field->kind)
    {
    case CW_SETUP_TEXT:
      *made = g_ref_string_new (text);
      memcpy (at, made, sizeof *made);
      return TRUE;

    case CW_SETUP_LENGTH:
      return cw_expression_evaluate (text, unit, *(CwCoord *) at, NULL, 0, at, NULL, error);

    case CW_SETUP_ANGLE:
      return cw_angle_parse (text, at, error);

    case CW_SETUP_DECIMAL:
      return parse_decimal (field, text, at, error);

    case CW_SETUP_COLOUR:
      return parse_colour (text, at, error);

    case CW_SETUP_CHOICE:
      if (!cw_setup_parse_count (text, "choice", 255, &choice, error))
        return FALSE;
      if (field->may_be_none)
        choice = choice == 0 ? 255 : choice - 1;
      if (field->size == 1)
        *(guint8 *) at = (guint8) choice;
      else
        *(guint32 *) at = choice;
      return TRUE;

    case CW_SETUP_BLOCK:
    case CW_SETUP_FIXED:
    default:
      return FALSE;
    }
}

/**
 * cw_setup_set_text:
 * @info: a page
 * @field: which of its fields
 * @design: a design
 * @key: a thing of the page
 * @text: what the field shall be
 * @unit: unit of a length without one
 * @error: return location for an error
 *
 * Sets a field.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL with @error set when the text is no such
 *   value or the model refuses it
 */
CwDesign *
cw_setup_set_text (const CwSetupInfo *info, guint field, CwDesign *design, guint32 key,
                   const char *text, CwUnit unit, GError **error)
{
  const CwSetupField *it = &info->fields[field];
  GRefString *made = NULL;
  CwDesign *next = NULL;
  Item item;

  if (it->set != NULL)
    return it->set (design, key, text, unit, error);
  if (!info->load (design, key, &item))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "it is not there any more");
      return NULL;
    }

  if (parse_field (it, item.bytes + it->offset, text, unit, &made, error))
    next = info->store (design, key, &item, error);
  g_clear_pointer (&made, g_ref_string_release);

  return next;
}

/**
 * cw_setup_finish_technology:
 * @design: a design
 * @technology: its next technology, with the same levels
 * @error: return location for an error
 *
 * Makes the design with another technology.
 *
 * Returns: (transfer full) (nullable): the design
 */
CwDesign *
cw_setup_finish_technology (CwDesign *design, CwTechnology *technology, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return cw_edit_set_technology (edit, technology, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static void
clear_level (gpointer data)
{
  g_clear_pointer (&((CwLevel *) data)->name, g_ref_string_release);
}

/**
 * cw_setup_list_levels:
 * @technology: a technology
 * @levels: (out) (transfer full) (element-type CwLevel): its levels, which own their names
 * @from: (out) (transfer full): the index of each, `guint8`
 *
 * Begins another stack with the levels of one.
 */
void
cw_setup_list_levels (const CwTechnology *technology, GArray **levels, GArray **from)
{
  *levels = g_array_new (FALSE, FALSE, sizeof (CwLevel));
  g_array_set_clear_func (*levels, clear_level);
  *from = g_array_new (FALSE, FALSE, sizeof (guint8));
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      guint8 index = (guint8) i;

      g_array_append_val (*levels, *cw_technology_get_level (technology, i));
      g_ref_string_acquire (g_array_index (*levels, CwLevel, i).name);
      g_array_append_val (*from, index);
    }
}

/**
 * cw_setup_insert_level:
 * @levels: (element-type CwLevel): levels
 * @from: where they come from
 * @at: index that the new one has
 * @level: the new one
 *
 * Puts a level in.
 */
void
cw_setup_insert_level (GArray *levels, GArray *from, guint at, const CwLevel *level)
{
  guint8 none = CW_LEVEL_NONE;

  g_array_insert_val (levels, at, *level);
  g_ref_string_acquire (level->name);
  g_array_insert_val (from, at, none);
}

/**
 * cw_setup_remove_level:
 * @levels: (element-type CwLevel): levels
 * @from: where they come from
 * @at: index of the one to take out
 *
 * Takes a level out.
 */
void
cw_setup_remove_level (GArray *levels, GArray *from, guint at)
{
  g_array_remove_index (levels, at);
  g_array_remove_index (from, at);
}

/**
 * cw_setup_finish_stack:
 * @design: a design
 * @technology: the technology that the levels are of, the design's or one with more materials
 * @levels: (element-type CwLevel): levels of the next stack from the bottom
 * @from: the index of each in the present one, %CW_LEVEL_NONE for a new one
 * @change: (nullable): what else changes
 * @error: return location for an error
 *
 * Makes the design with another stack; the items and the steps of the flow go with their levels.
 *
 * Returns: (transfer full) (nullable): the design
 */
CwDesign *
cw_setup_finish_stack (CwDesign *design, CwTechnology *technology, GArray *levels, GArray *from,
                       const CwSetupStackChange *change, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwTechnology) next = NULL;
  guint8 map[CW_MAX_LEVELS];

  next = cw_technology_dup_with_levels (technology, (const CwLevel *) (gpointer) levels->data,
                                        levels->len, (const guint8 *) from->data, map, error);
  if (next == NULL)
    return NULL;
  if (change != NULL)
    cw_technology_set_substrate (next, change->substrate);
  if (change != NULL && change->has_flow)
    {
      g_autoptr (CwFlow) flow = cw_flow_new_template (next, change->method);

      cw_technology_set_flow (next, flow);
    }

  return cw_edit_set_stack (edit, next, map, error) ? cw_edit_finish (edit, NULL) : NULL;
}

/**
 * cw_setup_parse_length:
 * @text: a length or an expression
 * @unit: unit of a length without one
 * @old: what it is now [nm]
 * @what: what it is, for an error
 * @min: least one allowed [nm]
 * @max: greatest one allowed [nm]
 * @length: (out): the length [nm]
 * @error: return location for an error
 *
 * Reads a length within its range.
 *
 * Returns: whether it is one
 */
gboolean
cw_setup_parse_length (const char *text, CwUnit unit, CwCoord old, const char *what, CwCoord min,
                       CwCoord max, CwCoord *length, GError **error)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;
  g_autofree char *found = NULL;

  if (!cw_expression_evaluate (text, unit, old, NULL, 0, length, NULL, error))
    return FALSE;
  if (min <= *length && *length <= max)
    return TRUE;

  least = cw_length_format (min, unit);
  most = cw_length_format_with_unit (max, unit);
  found = cw_length_format_with_unit (*length, unit);
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "%s \"%s\" is not in %s … %s", what,
               found, least, most);
  return FALSE;
}

/**
 * cw_setup_parse_count:
 * @text: a whole number
 * @what: what it is, for an error
 * @max: greatest one allowed
 * @count: (out): the number
 * @error: return location for an error
 *
 * Reads a whole number from 0.
 *
 * Returns: whether it is one
 */
gboolean
cw_setup_parse_count (const char *text, const char *what, guint max, guint *count, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint64 value;

  if (!g_ascii_string_to_unsigned (stripped, 10, 0, max, &value, NULL))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "%s \"%s\" is not a whole number in 0 … %u", what, stripped, max);
      return FALSE;
    }
  *count = (guint) value;
  return TRUE;
}

/**
 * cw_setup_dup_count:
 * @count: a number
 *
 * Returns: (transfer full): its text
 */
char *
cw_setup_dup_count (guint count)
{
  return g_strdup_printf ("%u", count);
}

/**
 * cw_setup_dup_free_name:
 * @design: a design
 * @kind: a kind of item
 * @stem: what the name begins with
 *
 * Finds a name that no item of the kind has: the stem with the first number that is free.
 *
 * Returns: (transfer full): the name
 */
char *
cw_setup_dup_free_name (const CwDesign *design, CwItemKind kind, const char *stem)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%u", stem, i);

      if (cw_design_find (design, kind, name) == CW_ID_NONE)
        return g_steal_pointer (&name);
    }
}

static void
list_new_levels (GString *text, const char *title, const CwTechnology *a, const CwTechnology *b)
{
  gboolean any = FALSE;

  for (guint i = 0; i < cw_technology_get_n_levels (a); i++)
    {
      const char *name = cw_technology_get_level (a, i)->name;

      if (cw_technology_find_level (b, name) != CW_LEVEL_NONE)
        continue;
      if (any)
        g_string_append (text, ", ");
      else
        g_string_append_printf (text, "%s%s ", text->len > 0 ? "; " : "", title);
      g_string_append (text, name);
      any = TRUE;
    }
}

/**
 * cw_setup_dup_changes:
 * @before: a technology
 * @after: the one that takes its place
 *
 * Says which levels came and went and whether the process flow is another one.
 *
 * Returns: (transfer full) (nullable): the words, translated, %NULL for nothing worth telling
 */
char *
cw_setup_dup_changes (const CwTechnology *before, const CwTechnology *after)
{
  g_autoptr (GString) text = g_string_new (NULL);
  CwFlow *old = cw_technology_get_flow (before);
  CwFlow *new = cw_technology_get_flow (after);

  list_new_levels (text, _ ("added levels"), after, before);
  list_new_levels (text, _ ("removed levels"), before, after);
  if ((old != NULL ? old->method : CW_METHOD_A) != (new != NULL ? new->method : CW_METHOD_A))
    g_string_append_printf (text, "%s%s %c", text->len > 0 ? "; " : "",
                            _ ("the process flow is that of method"),
                            (new != NULL ? (int) new->method : 0) + 'A');

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
