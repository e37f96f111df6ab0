/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-properties.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/base/cw-error.h"
#include "model/base/cw-expression.h"
#include "model/design/cw-edit.h"
#include "widgets/cw-property-fields-private.h"
#include "widgets/tool/cw-hit.h"
#include "widgets/tool/cw-passive-text.h"

static CwId
get_node_net (const CwDesign *design, CwPick pick, guint32 node)
{
  return cw_item_class_get_node_net (cw_item_class_get (cw_id_get_kind (pick.item)),
                                     cw_design_get_item (design, pick.item), node);
}

static char *
dup_net_name (const CwDesign *design, CwId net)
{
  const char *name = net != CW_ID_NONE ? cw_design_get_net_name (design, net) : NULL;

  return g_strdup (name != NULL ? name : "");
}

static guint
get_choice (const CwPropertyField *field, gconstpointer at)
{
  return field->size == sizeof (guint8) ? *(const guint8 *) at : *(const guint32 *) at;
}

/* a switch is the lowest bit unless its field says which */
static guint8
get_bit (const CwPropertyField *field)
{
  return field->parameter != 0 && field->is_used == NULL ? (guint8) field->parameter : 1;
}

static char *
dup_value (const CwDesign *design, CwPick pick, const CwPropertyField *field, CwUnit unit)
{
  const char *item = cw_design_get_item (design, pick.item);
  gboolean at_node = field->offset == CW_PROPERTY_AT_NODE;
  gconstpointer at = at_node ? NULL : item + field->offset;
  const CwTechnology *technology = cw_design_get_technology (design);

  switch (field->kind)
    {
    case CW_PROPERTY_TEXT:
      {
        GRefString *text = *(GRefString *const *) at;

        return g_strdup (text != NULL ? text : "");
      }

    case CW_PROPERTY_LENGTH:
      return cw_length_format (*(const CwCoord *) at, unit);

    case CW_PROPERTY_ANGLE:
      return cw_angle_format (*(const CwAngle *) at);

    case CW_PROPERTY_NET:
      return dup_net_name (
          design, at_node ? get_node_net (design, pick, cw_property_field_get_node (field, pick))
                          : *(const CwId *) at);

    case CW_PROPERTY_DIE_TYPE:
      {
        const char *name = cw_design_get_item_name (design, *(const CwId *) at);

        return g_strdup (name != NULL ? name : "");
      }

    case CW_PROPERTY_NUMBER:
      return g_strdup_printf ("%d", *(const CwCoord *) at);

    case CW_PROPERTY_CHOICE:
      return g_strdup (field->choices[get_choice (field, at)].name);

    case CW_PROPERTY_LEVEL:
      return *(const guint8 *) at < cw_technology_get_n_levels (technology)
                 ? g_strdup (cw_technology_get_level (technology, *(const guint8 *) at)->name)
                 : g_strdup ("");

    case CW_PROPERTY_SWITCH:
    case CW_PROPERTY_FIXED:
    default:
      return g_strdup ((*(const guint8 *) at & get_bit (field)) != 0 ? "1" : "0");
    }
}

static void
clear_property (gpointer data)
{
  g_free (((CwProperty *) data)->text);
}

/* whether two things of one kind have the very same bytes there */
static gboolean
is_same (const CwDesign *design, CwPick a, CwPick b, const CwPropertyField *field)
{
  const char *one = cw_design_get_item (design, a.item);
  const char *other = cw_design_get_item (design, b.item);

  return field->offset != CW_PROPERTY_AT_NODE && one != NULL && other != NULL
         && cw_id_get_kind (a.item) == cw_id_get_kind (b.item)
         && memcmp (one + field->offset, other + field->offset, field->size) == 0;
}

/* whether all have the property; notes whether their values differ */
static gboolean
compare_all (const CwDesign *design, const CwPick *picks, gsize n_picks, CwUnit unit,
             CwProperty *property)
{
  for (gsize i = 1; i < n_picks; i++)
    {
      CwPropertyField field;
      g_autofree char *text = NULL;

      if (!cw_property_fields_find (design, picks[i], property->name, &field)
          || field.kind != property->kind || field.choices != property->choices)
        return FALSE;
      if (property->is_mixed || is_same (design, picks[0], picks[i], &field))
        continue;
      text = dup_value (design, picks[i], &field, unit);
      property->is_mixed = strcmp (text, property->text) != 0;
    }

  return TRUE;
}

/* turns, legs or fingers: what a parameter of a passive device is called depends on its form */
static const char *
get_label (const CwDesign *design, CwPick pick, const CwPropertyField *field)
{
  const CwPassive *passive = cw_design_get_passive (design, pick.item);

  for (guint i = 0; passive != NULL && i < CW_N_PASSIVE_PARAMETERS; i++)
    if (strcmp (field->name, cw_passive_parameter_get_name (i)) == 0)
      return cw_passive_parameter_get_label (passive->form, i);

  return _ (field->label);
}

/**
 * cw_properties_list:
 * @design: a design
 * @picks: (array length=n_picks): what is selected
 * @n_picks: how many; none lists properties of the design itself
 * @unit: unit of the lengths
 *
 * Lists the properties that all selected things have.
 *
 * Returns: (transfer full) (element-type CwProperty): the properties
 */
GArray *
cw_properties_list (const CwDesign *design, const CwPick *picks, gsize n_picks, CwUnit unit)
{
  GArray *properties = g_array_new (FALSE, FALSE, sizeof (CwProperty));
  g_autoptr (GArray) fields = NULL;

  g_array_set_clear_func (properties, clear_property);
  if (n_picks == 0)
    {
      cw_property_facts_add_design (properties, design, unit);
      return properties;
    }
  if (n_picks == 1 && picks[0].part > 0 && cw_id_get_kind (picks[0].item) == CW_ITEM_DIE)
    {
      CwProperty name
          = { "", _ ("Name"), CW_PROPERTY_FIXED, cw_pick_dup_name (design, picks[0]), FALSE };

      g_array_append_val (properties, name);
    }
  fields = cw_property_fields_list (design, picks[0]);
  for (guint i = 0; i < fields->len; i++)
    {
      const CwPropertyField *field = &g_array_index (fields, CwPropertyField, i);
      CwProperty property = { field->name,
                              get_label (design, picks[0], field),
                              field->kind,
                              dup_value (design, picks[0], field, unit),
                              FALSE,
                              field->choices,
                              field->kind == CW_PROPERTY_LEVEL && field->parameter != 0 };

      if (compare_all (design, picks, n_picks, unit, &property))
        g_array_append_val (properties, property);
      else
        g_free (property.text);
    }
  if (n_picks == 1)
    cw_property_facts_add (properties, design, picks[0], unit);
  else
    cw_property_facts_add_sums (properties, design, picks, n_picks, unit);

  return properties;
}

static gboolean
parse_net (CwEdit *edit, const char *text, CwId *net, GError **error)
{
  *net = CW_ID_NONE;
  if (*text == '\0')
    return TRUE;
  *net = cw_edit_find_net (edit, text);
  if (*net == CW_ID_NONE)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no net \"%s\"", text);

  return *net != CW_ID_NONE;
}

static gboolean
parse_level (const CwDesign *design, const char *text, guint8 *level, GError **error)
{
  guint index = cw_technology_find_level (cw_design_get_technology (design), text);

  if (index >= cw_technology_get_n_levels (cw_design_get_technology (design)))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no level \"%s\"",
                   text);
      return FALSE;
    }
  *level = (guint8) index;

  return TRUE;
}

/* takes += or -= away, and says by it whether a value is relative to the old one */
static int
take_relative (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
  if (!g_str_has_prefix (*text, "+=") && !g_str_has_prefix (*text, "-="))
    return 0;
  *text += 2;

  return (*text)[-2] == '+' ? 1 : -1;
}

static gboolean
parse_angle (const char *text, gpointer at, GError **error)
{
  const char *rest = text;
  int sign = take_relative (&rest);
  CwAngle angle;
  gint64 sum;

  if (!cw_angle_parse (rest, &angle, error))
    return FALSE;
  if (sign != 0)
    {
      sum = *(const CwAngle *) at + sign * (gint64) angle;
      angle = (CwAngle) (((sum % CW_ANGLE_FULL) + CW_ANGLE_FULL) % CW_ANGLE_FULL);
    }
  memcpy (at, &angle, sizeof angle);

  return TRUE;
}

static gboolean
parse_number (const char *text, gpointer at, GError **error)
{
  const char *rest = text;
  int sign = take_relative (&rest);
  g_autofree char *digits = g_strstrip (g_strdup (rest));
  gint64 number;
  CwCoord value;

  if (!g_ascii_string_to_signed (digits, 10, -CW_COORD_MAX, CW_COORD_MAX, &number, NULL)
      || (sign == 0 && number < 0))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX, "\"%s\" is not a whole number",
                   text);
      return FALSE;
    }
  if (sign != 0)
    number = CLAMP (*(const CwCoord *) at + sign * number, 0, CW_COORD_MAX);
  value = (CwCoord) number;
  memcpy (at, &value, sizeof value);

  return TRUE;
}

static gboolean
parse_choice (const CwPropertyField *field, const char *text, gpointer at, GError **error)
{
  for (guint32 i = 0; field->choices[i].name != NULL; i++)
    if (strcmp (field->choices[i].name, text) == 0)
      {
        guint8 byte = (guint8) i;

        memcpy (at, field->size == sizeof byte ? (gpointer) &byte : (gpointer) &i, field->size);
        return TRUE;
      }

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no choice \"%s\"", text);
  return FALSE;
}

static gboolean
parse_value (CwEdit *edit, const CwDesign *design, const CwPropertyField *field, const char *text,
             CwUnit unit, char *at, GRefString **made, GError **error)
{
  gconstpointer place = at;

  switch (field->kind)
    {
    case CW_PROPERTY_TEXT:
      *made = g_ref_string_new (text);
      memcpy (at, made, sizeof *made);
      return TRUE;

    case CW_PROPERTY_LENGTH:
      {
        CwCoord length;

        if (!cw_expression_evaluate (text, unit, *(const CwCoord *) place, NULL, 0, &length, NULL,
                                     error))
          return FALSE;
        memcpy (at, &length, sizeof length);
        return TRUE;
      }

    case CW_PROPERTY_ANGLE:
      return parse_angle (text, at, error);

    case CW_PROPERTY_NET:
      {
        CwId net;

        if (!parse_net (edit, text, &net, error))
          return FALSE;
        memcpy (at, &net, sizeof net);
        return TRUE;
      }

    case CW_PROPERTY_NUMBER:
      return parse_number (text, at, error);

    case CW_PROPERTY_CHOICE:
      return parse_choice (field, text, at, error);

    case CW_PROPERTY_LEVEL:
      if (*text == '\0' && field->parameter != 0)
        {
          *(guint8 *) at = CW_LEVEL_NONE;
          return TRUE;
        }
      return parse_level (design, text, (guint8 *) at, error);

    case CW_PROPERTY_SWITCH:
    case CW_PROPERTY_FIXED:
    default:
      *(guint8 *) at &= (guint8) ~get_bit (field);
      *(guint8 *) at |= strcmp (text, "1") == 0 ? get_bit (field) : 0;
      return TRUE;
    }
}

static CwNets *
replace_net (const CwNets *nets, guint32 n, guint32 index, CwId net)
{
  g_autofree CwId *ids = g_new0 (CwId, n);

  for (guint32 i = 0; nets != NULL && i < MIN (n, nets->n_nets); i++)
    ids[i] = nets->nets[i];
  ids[index] = net;

  return cw_nets_new (ids, n);
}

/* the net of a pad of a die or of a terminal of a passive device */
static gboolean
set_node_net (CwEdit *edit, CwPick pick, guint32 node, const char *text, GError **error)
{
  gconstpointer item = cw_edit_get_item (edit, pick.item);
  g_autoptr (CwNets) nets = NULL;
  CwPassive passive;
  CwDie die;
  CwId net;

  if (!parse_net (edit, text, &net, error))
    return FALSE;
  if (cw_id_get_kind (pick.item) == CW_ITEM_DIE)
    {
      die = *(const CwDie *) item;
      nets = replace_net (die.nets, die.nets->n_nets, node - 1, net);
      die.nets = nets;
      return cw_edit_set_die (edit, pick.item, &die, error);
    }

  passive = *(const CwPassive *) item;
  nets = replace_net (passive.nets, cw_passive_form_get_n_terminals (passive.form), node, net);
  passive.nets = nets;

  return cw_edit_set_passive (edit, pick.item, &passive, error);
}

/* pads of the new type that are called as those of the old one stay on their nets */
static gboolean
set_die_type (CwEdit *edit, const CwDesign *design, CwId id, const char *text, GError **error)
{
  CwDie die = *(const CwDie *) cw_edit_get_item (edit, id);
  CwId found = cw_design_find (design, CW_ITEM_DIE_TYPE, text);
  const CwDieType *before = cw_design_get_die_type (design, die.type);
  const CwDieType *after = cw_design_get_die_type (design, found);
  g_autofree CwId *ids = NULL;
  g_autoptr (CwNets) nets = NULL;

  if (after == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no die type \"%s\"",
                   text);
      return FALSE;
    }
  ids = g_new0 (CwId, MAX (after->pads->n_pads, 1));
  for (guint32 i = 0; i < after->pads->n_pads; i++)
    {
      guint32 pad = cw_pads_find (before->pads, after->pads->pads[i].name);

      ids[i] = pad < before->pads->n_pads && die.nets != NULL ? die.nets->nets[pad] : CW_ID_NONE;
    }
  nets = cw_nets_new (ids, after->pads->n_pads);
  die.type = found;
  die.nets = nets;

  return cw_edit_set_die (edit, id, &die, error);
}

static void
keep_round (CwPadForm *form)
{
  if (form->kind == CW_PAD_ROUND || form->kind == CW_PAD_OCTAGON)
    form->height = form->width;
}

/* what follows from a value that was set */
static void
fit (CwItemKind kind, gpointer item, const CwPropertyField *field, gconstpointer before,
     const CwTechnology *technology)
{
  if (kind == CW_ITEM_BONDING_PAD)
    {
      CwBondingPad *pad = item;

      keep_round (&pad->land);
      keep_round (&pad->opening);
      keep_round (&pad->ubm);
    }
  else if (kind == CW_ITEM_BUS)
    {
      CwBus *bus = item;

      if (bus->kind != CW_BUS_RING && bus->pitch == 0)
        bus->pitch = (CwCoord) MIN (10 * (gint64) bus->width, CW_COORD_MAX);
      if (bus->kind == CW_BUS_SPINE && bus->reach == 0)
        bus->reach = bus->pitch / 2;
    }
  else if (kind == CW_ITEM_PASSIVE && strcmp (field->name, "form") == 0)
    {
      CwPassive *passive = item;
      CwPassiveForm form = passive->form;

      *passive = *(const CwPassive *) before;
      cw_passive_set_form (passive, form, technology);
    }
}

static gboolean
set_one (CwEdit *edit, const CwDesign *design, CwPick pick, const char *name, const char *text,
         CwUnit unit, GError **error)
{
  CwItemKind kind = cw_id_get_kind (pick.item);
  g_autofree char *item = NULL;
  GRefString *made = NULL;
  CwPropertyField field;
  gboolean ok;

  if (!cw_property_fields_find (design, pick, name, &field))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no \"%s\" here",
                   name);
      return FALSE;
    }
  if (field.offset == CW_PROPERTY_AT_NODE)
    return set_node_net (edit, pick, cw_property_field_get_node (&field, pick), text, error);

  if (field.kind == CW_PROPERTY_DIE_TYPE)
    return set_die_type (edit, design, pick.item, text, error);

  item = g_memdup2 (cw_edit_get_item (edit, pick.item), cw_item_class_get (kind)->table.size);
  ok = parse_value (edit, design, &field, text, unit, item + field.offset, &made, error);
  if (ok)
    fit (kind, item, &field, cw_edit_get_item (edit, pick.item), cw_design_get_technology (design));
  ok = ok && cw_edit_set (edit, pick.item, item, error);
  g_clear_pointer (&made, g_ref_string_release);

  return ok;
}

/**
 * cw_properties_set:
 * @design: a design
 * @picks: (array length=n_picks): what is selected
 * @n_picks: how many; none for properties of the design itself
 * @name: name of a property
 * @text: its new value
 * @unit: unit of a length without one
 * @error: return location for an error
 *
 * Sets a property of all that is selected.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL with @error set when the text
 *   is no such value or some thing cannot take it
 */
CwDesign *
cw_properties_set (CwDesign *design, const CwPick *picks, gsize n_picks, const char *name,
                   const char *text, CwUnit unit, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  if (n_picks == 0 && !cw_edit_set_name (edit, text, error))
    return NULL;
  for (gsize i = 0; i < n_picks; i++)
    if (!set_one (edit, design, picks[i], name, text, unit, error))
      return NULL;

  return cw_edit_finish (edit, NULL);
}
