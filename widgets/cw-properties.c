/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-properties.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/base/cw-error.h"
#include "model/base/cw-expression.h"
#include "model/design/cw-edit.h"
#include "widgets/tool/cw-hit.h"

/* where a property lies in its item */
typedef struct
{
  const char *name;
  const char *label;
  CwPropertyKind kind;
  gsize offset;
} Field;

typedef union
{
  CwDie die;
  CwBondingPad pad;
  CwVia via;
  CwTrace trace;
  CwText text;
} Item;

#define AT(type, member) G_STRUCT_OFFSET (type, member)

static const Field die_fields[] = {
  { "name", N_ ("Name"), CW_PROPERTY_TEXT, AT (CwDie, name) },
  { "x", N_ ("x"), CW_PROPERTY_LENGTH, AT (CwDie, at.x) },
  { "y", N_ ("y"), CW_PROPERTY_LENGTH, AT (CwDie, at.y) },
  { "angle", N_ ("Angle"), CW_PROPERTY_ANGLE, AT (CwDie, angle) },
  { "mirror", N_ ("Face down"), CW_PROPERTY_SWITCH, AT (CwDie, mirror) },
  { "locked", N_ ("Locked"), CW_PROPERTY_SWITCH, AT (CwDie, flags) },
};

static const Field pad_fields[] = {
  { "name", N_ ("Name"), CW_PROPERTY_TEXT, AT (CwBondingPad, name) },
  { "net", N_ ("Net"), CW_PROPERTY_NET, AT (CwBondingPad, net) },
  { "level", N_ ("Level"), CW_PROPERTY_LEVEL, AT (CwBondingPad, level) },
  { "x", N_ ("x"), CW_PROPERTY_LENGTH, AT (CwBondingPad, at.x) },
  { "y", N_ ("y"), CW_PROPERTY_LENGTH, AT (CwBondingPad, at.y) },
  { "land", N_ ("Land"), CW_PROPERTY_LENGTH, AT (CwBondingPad, land.width) },
  { "opening", N_ ("Opening"), CW_PROPERTY_LENGTH, AT (CwBondingPad, opening.width) },
  { "ball", N_ ("Ball"), CW_PROPERTY_LENGTH, AT (CwBondingPad, ball.diameter) },
  { "angle", N_ ("Angle"), CW_PROPERTY_ANGLE, AT (CwBondingPad, angle) },
  { "locked", N_ ("Locked"), CW_PROPERTY_SWITCH, AT (CwBondingPad, flags) },
};

static const Field via_fields[] = {
  { "net", N_ ("Net"), CW_PROPERTY_NET, AT (CwVia, net) },
  { "x", N_ ("x"), CW_PROPERTY_LENGTH, AT (CwVia, at.x) },
  { "y", N_ ("y"), CW_PROPERTY_LENGTH, AT (CwVia, at.y) },
  { "hole", N_ ("Hole"), CW_PROPERTY_LENGTH, AT (CwVia, hole) },
  { "land", N_ ("Land"), CW_PROPERTY_LENGTH, AT (CwVia, land) },
  { "locked", N_ ("Locked"), CW_PROPERTY_SWITCH, AT (CwVia, flags) },
};

static const Field trace_fields[] = {
  { "net", N_ ("Net"), CW_PROPERTY_NET, AT (CwTrace, net) },
  { "level", N_ ("Level"), CW_PROPERTY_LEVEL, AT (CwTrace, level) },
  { "width", N_ ("Width"), CW_PROPERTY_LENGTH, AT (CwTrace, width) },
  { "locked", N_ ("Locked"), CW_PROPERTY_SWITCH, AT (CwTrace, flags) },
};

static const Field text_fields[] = {
  { "text", N_ ("Text"), CW_PROPERTY_TEXT, AT (CwText, text) },
  { "x", N_ ("x"), CW_PROPERTY_LENGTH, AT (CwText, at.x) },
  { "y", N_ ("y"), CW_PROPERTY_LENGTH, AT (CwText, at.y) },
  { "height", N_ ("Height"), CW_PROPERTY_LENGTH, AT (CwText, height) },
  { "width", N_ ("Stroke"), CW_PROPERTY_LENGTH, AT (CwText, width) },
  { "angle", N_ ("Angle"), CW_PROPERTY_ANGLE, AT (CwText, angle) },
  { "locked", N_ ("Locked"), CW_PROPERTY_SWITCH, AT (CwText, flags) },
};

/* the net of a die pad lies in its die */
static const Field die_pad_fields[] = {
  { "net", N_ ("Net"), CW_PROPERTY_NET, 0 },
};

static const Field *
get_fields (CwPick pick, gsize *n)
{
  switch (cw_id_get_kind (pick.item))
    {
    case CW_ITEM_DIE:
      *n = pick.part > 0 ? G_N_ELEMENTS (die_pad_fields) : G_N_ELEMENTS (die_fields);
      return pick.part > 0 ? die_pad_fields : die_fields;

    case CW_ITEM_BONDING_PAD:
      *n = G_N_ELEMENTS (pad_fields);
      return pad_fields;

    case CW_ITEM_VIA:
      *n = G_N_ELEMENTS (via_fields);
      return via_fields;

    case CW_ITEM_TRACE:
      *n = G_N_ELEMENTS (trace_fields);
      return trace_fields;

    case CW_ITEM_TEXT:
      *n = G_N_ELEMENTS (text_fields);
      return text_fields;

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_N_ITEM_KINDS:
    default:
      *n = 0;
      return NULL;
    }
}

static const Field *
find_field (CwPick pick, const char *name)
{
  gsize n;
  const Field *fields = get_fields (pick, &n);

  for (gsize i = 0; i < n; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];

  return NULL;
}

static gsize
get_size (CwItemKind kind)
{
  switch (kind)
    {
    case CW_ITEM_DIE:
      return sizeof (CwDie);

    case CW_ITEM_BONDING_PAD:
      return sizeof (CwBondingPad);

    case CW_ITEM_VIA:
      return sizeof (CwVia);

    case CW_ITEM_TRACE:
      return sizeof (CwTrace);

    case CW_ITEM_TEXT:
      return sizeof (CwText);

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_N_ITEM_KINDS:
    default:
      return 0;
    }
}

static CwId
get_pad_net (const CwDesign *design, CwPick pick)
{
  const CwDie *die = cw_design_get_die (design, pick.item);

  return die != NULL && die->nets != NULL && pick.part >= 1 && pick.part <= die->nets->n_nets
             ? die->nets->nets[pick.part - 1]
             : CW_ID_NONE;
}

static char *
dup_net_name (const CwDesign *design, CwId net)
{
  const char *name = net != CW_ID_NONE ? cw_design_get_net_name (design, net) : NULL;

  return g_strdup (name != NULL ? name : "");
}

static char *
dup_value (const CwDesign *design, CwPick pick, const Field *field, CwUnit unit)
{
  const char *item = cw_design_get_item (design, pick.item);
  gconstpointer at = item + field->offset;
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
      return dup_net_name (design, pick.part > 0 && cw_id_get_kind (pick.item) == CW_ITEM_DIE
                                       ? get_pad_net (design, pick)
                                       : *(const CwId *) at);

    case CW_PROPERTY_LEVEL:
      return *(const guint8 *) at < cw_technology_get_n_levels (technology)
                 ? g_strdup (cw_technology_get_level (technology, *(const guint8 *) at)->name)
                 : g_strdup ("");

    case CW_PROPERTY_SWITCH:
    case CW_PROPERTY_FIXED:
    default:
      return g_strdup ((*(const guint8 *) at & 1) != 0 ? "1" : "0");
    }
}

static void
clear_property (gpointer data)
{
  g_free (((CwProperty *) data)->text);
}

static void
add_fixed (GArray *properties, const char *label, char *text)
{
  CwProperty property = { "", label, CW_PROPERTY_FIXED, text, FALSE };

  g_array_append_val (properties, property);
}

static char *
dup_size (CwCoord width, CwCoord height, CwUnit unit)
{
  g_autofree char *x = cw_length_format (width, unit);
  g_autofree char *y = cw_length_format_with_unit (height, unit);

  return g_strdup_printf ("%s × %s", x, y);
}

/* what can be read of a single thing but not set */
static void
add_facts (GArray *properties, const CwDesign *design, CwPick pick, CwUnit unit)
{
  const CwDie *die = cw_design_get_die (design, pick.item);
  const CwDieType *type = die != NULL ? cw_design_get_die_type (design, die->type) : NULL;
  const CwTrace *trace = cw_design_get_trace (design, pick.item);
  const CwVia *via = cw_design_get_via (design, pick.item);

  if (type != NULL && pick.part > 0)
    {
      CwShape shape;
      CwBox box;

      cw_design_get_shape (design, pick.item, pick.part, &shape);
      box = cw_shape_get_bounds (&shape);
      cw_shape_clear (&shape);
      add_fixed (properties, _ ("x"), cw_length_format_with_unit (cw_box_get_centre (box).x, unit));
      add_fixed (properties, _ ("y"), cw_length_format_with_unit (cw_box_get_centre (box).y, unit));
      add_fixed (properties, _ ("Size"),
                 dup_size (box.max.x - box.min.x, box.max.y - box.min.y, unit));
    }
  else if (type != NULL)
    {
      add_fixed (properties, _ ("Type"), g_strdup (type->name));
      add_fixed (properties, _ ("Size"),
                 dup_size (type->body.max.x - type->body.min.x, type->body.max.y - type->body.min.y,
                           unit));
      add_fixed (properties, _ ("Thickness"), cw_length_format_with_unit (type->thickness, unit));
      add_fixed (properties, _ ("Pads"), g_strdup_printf ("%u", type->pads->n_pads));
    }
  if (trace != NULL)
    add_fixed (
        properties, _ ("Length"),
        cw_length_format_with_unit ((gint64) rint (cw_path_get_length (trace->path, FALSE)), unit));
  if (via != NULL)
    {
      const CwTechnology *technology = cw_design_get_technology (design);

      add_fixed (properties, _ ("Levels"),
                 g_strdup_printf ("%s – %s", cw_technology_get_level (technology, via->from)->name,
                                  cw_technology_get_level (technology, via->to)->name));
    }
}

static void
add_design (GArray *properties, const CwDesign *design, CwUnit unit)
{
  static const struct
  {
    CwItemKind kind;
    const char *label;
  } counts[] = {
    { CW_ITEM_DIE, N_ ("Dies") }, { CW_ITEM_BONDING_PAD, N_ ("Balls") },
    { CW_ITEM_NET, N_ ("Nets") }, { CW_ITEM_TRACE, N_ ("Traces") },
    { CW_ITEM_VIA, N_ ("Vias") }, { CW_ITEM_TEXT, N_ ("Texts") },
  };
  const char *name = cw_design_get_name (design);
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  CwProperty property
      = { "design-name", _ ("Name"), CW_PROPERTY_TEXT, g_strdup (name != NULL ? name : ""), FALSE };

  g_array_append_val (properties, property);
  if (!cw_box_is_empty (box))
    add_fixed (properties, _ ("Size"),
               dup_size (box.max.x - box.min.x, box.max.y - box.min.y, unit));
  add_fixed (properties, _ ("Technology"),
             g_strdup (cw_technology_get_name (cw_design_get_technology (design))));
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    add_fixed (properties, _ (counts[i].label),
               g_strdup_printf ("%u", cw_design_get_n_items (design, counts[i].kind)));
}

/* whether all have the property; notes whether their values differ */
static gboolean
compare_all (const CwDesign *design, const CwPick *picks, gsize n_picks, CwUnit unit,
             CwProperty *property)
{
  for (gsize i = 1; i < n_picks; i++)
    {
      const Field *field = find_field (picks[i], property->name);
      g_autofree char *text = NULL;

      if (field == NULL || field->kind != property->kind)
        return FALSE;
      if (property->is_mixed)
        continue;
      text = dup_value (design, picks[i], field, unit);
      property->is_mixed = strcmp (text, property->text) != 0;
    }

  return TRUE;
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
  const Field *fields;
  gsize n_fields;

  g_array_set_clear_func (properties, clear_property);
  if (n_picks == 0)
    {
      add_design (properties, design, unit);
      return properties;
    }
  if (n_picks == 1 && picks[0].part > 0 && cw_id_get_kind (picks[0].item) == CW_ITEM_DIE)
    add_fixed (properties, _ ("Name"), cw_pick_dup_name (design, picks[0]));
  fields = get_fields (picks[0], &n_fields);
  for (gsize i = 0; i < n_fields; i++)
    {
      CwProperty property = { fields[i].name, _ (fields[i].label), fields[i].kind,
                              dup_value (design, picks[0], &fields[i], unit), FALSE };

      if (compare_all (design, picks, n_picks, unit, &property))
        g_array_append_val (properties, property);
      else
        g_free (property.text);
    }
  if (n_picks == 1)
    add_facts (properties, design, picks[0], unit);

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

static gboolean
parse_value (CwEdit *edit, const CwDesign *design, const Field *field, const char *text,
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
      {
        CwAngle angle;

        if (!cw_angle_parse (text, &angle, error))
          return FALSE;
        memcpy (at, &angle, sizeof angle);
        return TRUE;
      }

    case CW_PROPERTY_NET:
      {
        CwId net;

        if (!parse_net (edit, text, &net, error))
          return FALSE;
        memcpy (at, &net, sizeof net);
        return TRUE;
      }

    case CW_PROPERTY_LEVEL:
      return parse_level (design, text, (guint8 *) at, error);

    case CW_PROPERTY_SWITCH:
    case CW_PROPERTY_FIXED:
    default:
      *(guint8 *) at = (guint8) ((*(guint8 *) at & ~1) | (strcmp (text, "1") == 0));
      return TRUE;
    }
}

static gboolean
set_pad_net (CwEdit *edit, CwPick pick, const char *text, GError **error)
{
  CwDie die = *(const CwDie *) cw_edit_get_item (edit, pick.item);
  g_autoptr (CwNets) nets = NULL;
  g_autofree CwId *ids = NULL;
  CwId net;

  if (die.nets == NULL || pick.part > die.nets->n_nets || !parse_net (edit, text, &net, error))
    return FALSE;
  ids = g_memdup2 (die.nets->nets, die.nets->n_nets * sizeof *ids);
  ids[pick.part - 1] = net;
  nets = cw_nets_new (ids, die.nets->n_nets);
  die.nets = nets;

  return cw_edit_set_die (edit, pick.item, &die, error);
}

static void
keep_round (CwPadForm *form)
{
  if (form->kind == CW_PAD_ROUND || form->kind == CW_PAD_OCTAGON)
    form->height = form->width;
}

static gboolean
set_one (CwEdit *edit, const CwDesign *design, CwPick pick, const char *name, const char *text,
         CwUnit unit, GError **error)
{
  CwItemKind kind = cw_id_get_kind (pick.item);
  const Field *field = find_field (pick, name);
  GRefString *made = NULL;
  gboolean ok;
  Item item;

  if (field == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no \"%s\" here",
                   name);
      return FALSE;
    }
  if (field->offset == 0 && field->kind == CW_PROPERTY_NET && kind == CW_ITEM_DIE)
    return set_pad_net (edit, pick, text, error);
  memcpy (&item, cw_edit_get_item (edit, pick.item), get_size (kind));
  ok = parse_value (edit, design, field, text, unit, (char *) &item + field->offset, &made, error);
  if (ok && kind == CW_ITEM_BONDING_PAD)
    {
      keep_round (&item.pad.land);
      keep_round (&item.pad.opening);
    }
  ok = ok && cw_edit_set (edit, pick.item, &item, error);
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
