/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-property-fields-private.h"

#include <glib/gi18n.h>

#define FIELD(name, label, kind, type, member)                                                     \
  {                                                                                                \
    name, label, CW_PROPERTY_##kind, G_STRUCT_OFFSET (type, member), sizeof (((type *) 0)->member) \
  }
#define CHOICE(name, label, choices, type, member)                                                 \
  {                                                                                                \
    name, label, CW_PROPERTY_CHOICE, G_STRUCT_OFFSET (type, member),                               \
        sizeof (((type *) 0)->member), choices                                                     \
  }
#define USED(name, label, kind, type, member, is_used, parameter)                                  \
  {                                                                                                \
    name, label, CW_PROPERTY_##kind, G_STRUCT_OFFSET (type, member),                               \
        sizeof (((type *) 0)->member), NULL, is_used, parameter                                    \
  }
#define NODE(name, label, node, is_used)                                                           \
  {                                                                                                \
    name, label, CW_PROPERTY_NET, CW_PROPERTY_AT_NODE, node, NULL, is_used, node                   \
  }

static const CwPropertyChoice ball_kinds[] = {
  { "solder-ball", N_ ("Solder ball") },
  { "bump", N_ ("Bump") },
  { "pin", N_ ("Pin") },
  { NULL },
};

static const CwPropertyChoice via_fills[] = {
  { "with-wiring", N_ ("With the wiring") },
  { "before-wiring", N_ ("Before the wiring") },
  { NULL },
};

static const CwPropertyChoice bus_kinds[] = {
  { "ring", N_ ("Ring") },
  { "spine", N_ ("Spine with ribs") },
  { "mesh", N_ ("Mesh") },
  { NULL },
};

static const CwPropertyChoice fiducial_forms[] = {
  { "disc", N_ ("Disc") },
  { "square", N_ ("Square") },
  { "cross", N_ ("Cross") },
  { NULL },
};

static const CwPropertyChoice passive_forms[] = {
  { "bar", N_ ("Resistor: bar") },
  { "meander", N_ ("Resistor: meander") },
  { "square-spiral", N_ ("Inductor: square spiral") },
  { "octagon-spiral", N_ ("Inductor: octagonal spiral") },
  { "round-spiral", N_ ("Inductor: round spiral") },
  { "plates", N_ ("Capacitor: plates") },
  { "interdigital", N_ ("Capacitor: interdigital") },
  { "microstrip", N_ ("Wave-guide: microstrip") },
  { "coplanar", N_ ("Wave-guide: coplanar") },
  { "stripline", N_ ("Wave-guide: stripline") },
  { "low-pass", N_ ("Filter: low-pass") },
  { "hairpin", N_ ("Filter: hairpin") },
  { "sensor", N_ ("MEMS: sensor") },
  { NULL },
};

static gboolean
bus_has_pitch (gconstpointer item, gsize parameter)
{
  return ((const CwBus *) item)->kind != CW_BUS_RING;
}

static gboolean
bus_has_reach (gconstpointer item, gsize parameter)
{
  return ((const CwBus *) item)->kind == CW_BUS_SPINE;
}

static gboolean
passive_uses (gconstpointer item, gsize parameter)
{
  return cw_passive_form_uses (((const CwPassive *) item)->form, (CwPassiveParameter) parameter);
}

static gboolean
passive_has_other_level (gconstpointer item, gsize parameter)
{
  return cw_passive_form_needs_other_level (((const CwPassive *) item)->form);
}

static gboolean
passive_has_top_level (gconstpointer item, gsize parameter)
{
  return cw_passive_form_needs_top_level (((const CwPassive *) item)->form);
}

static gboolean
passive_has_terminal (gconstpointer item, gsize parameter)
{
  return parameter < cw_passive_form_get_n_terminals (((const CwPassive *) item)->form);
}

static const CwPropertyField die_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwDie, name),
  FIELD ("type", N_ ("Type"), DIE_TYPE, CwDie, type),
  FIELD ("x", N_ ("x"), LENGTH, CwDie, at.x),
  FIELD ("y", N_ ("y"), LENGTH, CwDie, at.y),
  FIELD ("angle", N_ ("Angle"), ANGLE, CwDie, angle),
  FIELD ("mirror", N_ ("Face down"), SWITCH, CwDie, mirror),
  FIELD ("module", N_ ("Module"), TEXT, CwDie, module),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwDie, flags),
};

static const CwPropertyField pad_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwBondingPad, name),
  FIELD ("net", N_ ("Net"), NET, CwBondingPad, net),
  FIELD ("level", N_ ("Level"), LEVEL, CwBondingPad, level),
  FIELD ("x", N_ ("x"), LENGTH, CwBondingPad, at.x),
  FIELD ("y", N_ ("y"), LENGTH, CwBondingPad, at.y),
  FIELD ("land", N_ ("Land"), LENGTH, CwBondingPad, land.width),
  FIELD ("opening", N_ ("Opening"), LENGTH, CwBondingPad, opening.width),
  FIELD ("ubm", N_ ("Under-bump metal"), LENGTH, CwBondingPad, ubm.width),
  FIELD ("ball", N_ ("Ball"), LENGTH, CwBondingPad, ball.diameter),
  CHOICE ("ball-kind", N_ ("Bonding point"), ball_kinds, CwBondingPad, ball.kind),
  FIELD ("angle", N_ ("Angle"), ANGLE, CwBondingPad, angle),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwBondingPad, flags),
};

static const CwPropertyField via_fields[] = {
  FIELD ("net", N_ ("Net"), NET, CwVia, net),
  FIELD ("x", N_ ("x"), LENGTH, CwVia, at.x),
  FIELD ("y", N_ ("y"), LENGTH, CwVia, at.y),
  FIELD ("hole", N_ ("Hole"), LENGTH, CwVia, hole),
  FIELD ("land", N_ ("Land"), LENGTH, CwVia, land),
  CHOICE ("fill", N_ ("Filled"), via_fills, CwVia, fill),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwVia, flags),
};

static const CwPropertyField trace_fields[] = {
  FIELD ("net", N_ ("Net"), NET, CwTrace, net),
  FIELD ("level", N_ ("Level"), LEVEL, CwTrace, level),
  FIELD ("width", N_ ("Width"), LENGTH, CwTrace, width),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwTrace, flags),
};

static const CwPropertyField text_fields[] = {
  FIELD ("text", N_ ("Text"), TEXT, CwText, text),
  FIELD ("x", N_ ("x"), LENGTH, CwText, at.x),
  FIELD ("y", N_ ("y"), LENGTH, CwText, at.y),
  FIELD ("height", N_ ("Height"), LENGTH, CwText, height),
  FIELD ("width", N_ ("Stroke"), LENGTH, CwText, width),
  FIELD ("angle", N_ ("Angle"), ANGLE, CwText, angle),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwText, flags),
};

static const CwPropertyField bus_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwBus, name),
  CHOICE ("kind", N_ ("Form"), bus_kinds, CwBus, kind),
  FIELD ("net", N_ ("Net"), NET, CwBus, net),
  FIELD ("level", N_ ("Level"), LEVEL, CwBus, level),
  FIELD ("width", N_ ("Width"), LENGTH, CwBus, width),
  USED ("pitch", N_ ("Pitch"), LENGTH, CwBus, pitch, bus_has_pitch, 0),
  USED ("reach", N_ ("Reach of ribs"), LENGTH, CwBus, reach, bus_has_reach, 0),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwBus, flags),
};

#define PARAMETER(name, label, kind, parameter)                                                    \
  USED (name, label, kind, CwPassive, values[CW_PARAMETER_##parameter], passive_uses,              \
        CW_PARAMETER_##parameter)

static const CwPropertyField passive_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwPassive, name),
  CHOICE ("form", N_ ("Form"), passive_forms, CwPassive, form),
  NODE ("net-1", N_ ("Net 1"), 0, passive_has_terminal),
  NODE ("net-2", N_ ("Net 2"), 1, passive_has_terminal),
  NODE ("net-3", N_ ("Ground net"), 2, passive_has_terminal),
  FIELD ("level", N_ ("Level"), LEVEL, CwPassive, level),
  USED ("other-level", N_ ("Level below"), LEVEL, CwPassive, other_level, passive_has_other_level,
        0),
  USED ("top-level", N_ ("Level above"), LEVEL, CwPassive, top_level, passive_has_top_level, 0),
  FIELD ("x", N_ ("x"), LENGTH, CwPassive, at.x),
  FIELD ("y", N_ ("y"), LENGTH, CwPassive, at.y),
  FIELD ("angle", N_ ("Angle"), ANGLE, CwPassive, angle),
  FIELD ("mirror", N_ ("Mirrored"), SWITCH, CwPassive, mirror),
  PARAMETER ("width", N_ ("Width"), LENGTH, WIDTH),
  PARAMETER ("space", N_ ("Space"), LENGTH, SPACE),
  PARAMETER ("length", N_ ("Length"), LENGTH, LENGTH),
  PARAMETER ("height", N_ ("Height"), LENGTH, HEIGHT),
  PARAMETER ("inner", N_ ("Inner size"), LENGTH, INNER),
  PARAMETER ("ground", N_ ("Ground width"), LENGTH, GROUND),
  PARAMETER ("count", N_ ("Count"), NUMBER, COUNT),
  PARAMETER ("keep-out", N_ ("Keep-out"), LENGTH, KEEP_OUT),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwPassive, flags),
};

static const CwPropertyField cavity_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwCavity, name),
  FIELD ("level", N_ ("Level"), LEVEL, CwCavity, level),
  FIELD ("depth", N_ ("Depth (0: through)"), LENGTH, CwCavity, depth),
  FIELD ("draft", N_ ("Draft of walls"), ANGLE, CwCavity, draft),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwCavity, flags),
};

static const CwPropertyField cut_line_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwCutLine, name),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwCutLine, flags),
};

static const CwPropertyField zone_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwZone, name),
  FIELD ("net", N_ ("Net"), NET, CwZone, net),
  FIELD ("level", N_ ("Level"), LEVEL, CwZone, level),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwZone, flags),
};

#define FORBIDS(name, label, bit)                                                                  \
  {                                                                                                \
    name, label, CW_PROPERTY_SWITCH, G_STRUCT_OFFSET (CwKeepOut, forbids), sizeof (guint8), NULL,  \
        NULL, bit                                                                                  \
  }

static const CwPropertyField keep_out_fields[] = {
  FIELD ("name", N_ ("Name"), TEXT, CwKeepOut, name),
  { "level", N_ ("Level (empty: all)"), CW_PROPERTY_LEVEL, G_STRUCT_OFFSET (CwKeepOut, level),
    sizeof (guint8), NULL, NULL, 1 }, /* may be none */
  FORBIDS ("no-traces", N_ ("No traces"), CW_KEEP_OUT_TRACES),
  FORBIDS ("no-vias", N_ ("No vias"), CW_KEEP_OUT_VIAS),
  FORBIDS ("no-zones", N_ ("No planes"), CW_KEEP_OUT_ZONES),
  FORBIDS ("no-pads", N_ ("No bonding pads"), CW_KEEP_OUT_PADS),
  FORBIDS ("no-dies", N_ ("No dies"), CW_KEEP_OUT_DIES),
  FORBIDS ("no-passives", N_ ("No passive devices"), CW_KEEP_OUT_PASSIVES),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwKeepOut, flags),
};

static const CwPropertyField fiducial_fields[] = {
  FIELD ("level", N_ ("Level"), LEVEL, CwFiducial, level),
  FIELD ("x", N_ ("x"), LENGTH, CwFiducial, at.x),
  FIELD ("y", N_ ("y"), LENGTH, CwFiducial, at.y),
  CHOICE ("form", N_ ("Form"), fiducial_forms, CwFiducial, form),
  FIELD ("size", N_ ("Size"), LENGTH, CwFiducial, size),
  FIELD ("clear", N_ ("Kept free"), LENGTH, CwFiducial, clear),
  FIELD ("locked", N_ ("Locked"), SWITCH, CwFiducial, flags),
};

static const CwPropertyField die_pad_fields[] = {
  NODE ("net", N_ ("Net"), 0, NULL),
};

static const struct
{
  const CwPropertyField *fields;
  gsize n;
} tables[CW_N_ITEM_KINDS] = {
  [CW_ITEM_DIE] = { die_fields, G_N_ELEMENTS (die_fields) },
  [CW_ITEM_BONDING_PAD] = { pad_fields, G_N_ELEMENTS (pad_fields) },
  [CW_ITEM_VIA] = { via_fields, G_N_ELEMENTS (via_fields) },
  [CW_ITEM_TRACE] = { trace_fields, G_N_ELEMENTS (trace_fields) },
  [CW_ITEM_TEXT] = { text_fields, G_N_ELEMENTS (text_fields) },
  [CW_ITEM_BUS] = { bus_fields, G_N_ELEMENTS (bus_fields) },
  [CW_ITEM_PASSIVE] = { passive_fields, G_N_ELEMENTS (passive_fields) },
  [CW_ITEM_CAVITY] = { cavity_fields, G_N_ELEMENTS (cavity_fields) },
  [CW_ITEM_CUT_LINE] = { cut_line_fields, G_N_ELEMENTS (cut_line_fields) },
  [CW_ITEM_ZONE] = { zone_fields, G_N_ELEMENTS (zone_fields) },
  [CW_ITEM_KEEP_OUT] = { keep_out_fields, G_N_ELEMENTS (keep_out_fields) },
  [CW_ITEM_FIDUCIAL] = { fiducial_fields, G_N_ELEMENTS (fiducial_fields) },
};

/* the properties that a thing has (element-type CwPropertyField) */
GArray *
cw_property_fields_list (const CwDesign *design, CwPick pick)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CwPropertyField));
  CwItemKind kind = cw_id_get_kind (pick.item);
  gconstpointer item = cw_design_get_item (design, pick.item);
  gboolean is_pad = kind == CW_ITEM_DIE && pick.part > 0;
  const CwPropertyField *fields = is_pad ? die_pad_fields : tables[kind].fields;
  gsize n = is_pad ? G_N_ELEMENTS (die_pad_fields) : tables[kind].n;

  for (gsize i = 0; item != NULL && i < n; i++)
    if (fields[i].is_used == NULL || fields[i].is_used (item, fields[i].parameter))
      g_array_append_val (list, fields[i]);

  return list;
}

/* whether a thing has a property of that name */
gboolean
cw_property_fields_find (const CwDesign *design, CwPick pick, const char *name,
                         CwPropertyField *field)
{
  CwItemKind kind = cw_id_get_kind (pick.item);
  gconstpointer item = cw_design_get_item (design, pick.item);
  gboolean is_pad = kind == CW_ITEM_DIE && pick.part > 0;
  const CwPropertyField *fields = is_pad ? die_pad_fields : tables[kind].fields;
  gsize n = is_pad ? G_N_ELEMENTS (die_pad_fields) : tables[kind].n;

  for (gsize i = 0; item != NULL && i < n; i++)
    if (strcmp (fields[i].name, name) == 0
        && (fields[i].is_used == NULL || fields[i].is_used (item, fields[i].parameter)))
      {
        *field = fields[i];
        return TRUE;
      }

  return FALSE;
}

/* which node the net is of: the picked pad of a die, a terminal of a passive device */
guint32
cw_property_field_get_node (const CwPropertyField *field, CwPick pick)
{
  return cw_id_get_kind (pick.item) == CW_ITEM_DIE ? pick.part : (guint32) field->size;
}
