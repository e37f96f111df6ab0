/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-format.h"

/* data/chipwright.rng says the same to others, with words. */

#define ANGLE_MAX CW_ANGLE_FULL

#define NAMES(func, Type)                                                                          \
  static const char *get_##func (guint value) { return cw_##func##_get_name ((Type) value); }

NAMES (ball_kind, CwBallKind)
NAMES (bus_kind, CwBusKind)
NAMES (deposition, CwDeposition)
NAMES (fiducial_form, CwFiducialForm)
NAMES (hatch, CwHatch)
NAMES (level_kind, CwLevelKind)
NAMES (material_class, CwMaterialClass)
NAMES (material_group, CwMaterialGroup)
NAMES (method, CwMethod)
NAMES (net_class, CwNetClass)
NAMES (pad_form_kind, CwPadFormKind)
NAMES (panel_kind, CwPanelKind)
NAMES (passive_form, CwPassiveForm)
NAMES (rule_kind, CwRuleKind)
NAMES (severity, CwSeverity)
NAMES (step_kind, CwStepKind)
NAMES (substrate_kind, CwSubstrateKind)
NAMES (unit_scope, CwUnitScope)
NAMES (via_fill, CwViaFill)
NAMES (zone_fill, CwZoneFill)

#define AT(Struct, field)                                                                          \
  .offset = G_STRUCT_OFFSET (Struct, field), .size = sizeof (((Struct *) NULL)->field)
#define NUMBER(n, S, f, d, l, w)                                                                   \
  {                                                                                                \
    .name = n, .type = CW_XML_NUMBER, AT (S, f), .decimals = d, .limit = l, .what = w              \
  }
#define LENGTH(n, S, f)                                                                            \
  {                                                                                                \
    .name = n, .type = CW_XML_NUMBER, .required = TRUE, AT (S, f), .decimals = 3,                  \
    .limit = CW_COORD_MAX, .what = "a length"                                                      \
  }
#define LENGTH_OR_0(n, S, f) NUMBER (n, S, f, 3, CW_COORD_MAX, "a length")
#define LENGTH_LIKE(n, S, f, other)                                                                \
  {                                                                                                \
    .name = n, .type = CW_XML_NUMBER, AT (S, f), .decimals = 3, .limit = CW_COORD_MAX,             \
    .like = G_STRUCT_OFFSET (S, other), .what = "a length"                                         \
  }
#define LENGTH_WITH(n, S, f, other_name)                                                           \
  {                                                                                                \
    .name = n, .type = CW_XML_NUMBER, AT (S, f.height), .decimals = 3, .limit = CW_COORD_MAX,      \
    .like = G_STRUCT_OFFSET (S, f.width), .with = G_STRUCT_OFFSET (S, f.width),                    \
    .with_name = other_name, .what = "a length"                                                    \
  }
#define ANGLE(n, S, f) NUMBER (n, S, f, 6, ANGLE_MAX, "an angle")
#define WORD(n, S, f, func, count)                                                                 \
  {                                                                                                \
    .name = n, .type = CW_XML_NAME, .required = TRUE, AT (S, f), .get_name = func,                 \
    .n_names = count                                                                               \
  }
#define WORD_OR(n, S, f, func, count, value)                                                       \
  {                                                                                                \
    .name = n, .type = CW_XML_NAME, AT (S, f), .fallback = value, .get_name = func,                \
    .n_names = count                                                                               \
  }
#define WORD_WITH(n, S, f, func, count, value, other, other_name)                                  \
  {                                                                                                \
    .name = n, .type = CW_XML_NAME, AT (S, f), .fallback = value,                                  \
    .with = G_STRUCT_OFFSET (S, other), .with_name = other_name, .get_name = func,                 \
    .n_names = count                                                                               \
  }
#define STRING(n, S, f)                                                                            \
  {                                                                                                \
    .name = n, .type = CW_XML_STRING, .required = TRUE, AT (S, f)                                  \
  }
#define STRING_OR_EMPTY(n, S, f)                                                                   \
  {                                                                                                \
    .name = n, .type = CW_XML_STRING, AT (S, f)                                                    \
  }
#define FLAG(n, S, f, bit)                                                                         \
  {                                                                                                \
    .name = n, .type = CW_XML_FLAG, AT (S, f), .limit = bit                                        \
  }
#define LEVEL(n, S, f)                                                                             \
  {                                                                                                \
    .name = n, .type = CW_XML_LEVEL, .required = TRUE, AT (S, f)                                   \
  }
#define LEVEL_OR_NONE(n, S, f)                                                                     \
  {                                                                                                \
    .name = n, .type = CW_XML_LEVEL, AT (S, f), .fallback = CW_LEVEL_NONE                          \
  }
#define MATERIAL_OR_NONE(n, S, f)                                                                  \
  {                                                                                                \
    .name = n, .type = CW_XML_MATERIAL, AT (S, f), .fallback = CW_MATERIAL_NONE                    \
  }
#define NET(S)                                                                                     \
  {                                                                                                \
    .name = "net", .type = CW_XML_NET, AT (S, net)                                                 \
  }
#define ITEM_OR_NONE(n, S, f)                                                                      \
  {                                                                                                \
    .name = n, .type = CW_XML_ITEM, AT (S, f)                                                      \
  }
#define ID                                                                                         \
  {                                                                                                \
    .name = "id", .type = CW_XML_ID, .required = TRUE                                              \
  }
#define POINT(S) LENGTH ("x", S, at.x), LENGTH ("y", S, at.y)
#define LOCKED(S) FLAG ("locked", S, flags, CW_ITEM_LOCKED)
#define NETS(S)                                                                                    \
  {                                                                                                \
    .name = "nets", .type = CW_XML_NETS, AT (S, nets)                                              \
  }
#define PARAMETER(n, p) LENGTH_OR_0 (n, CwPassive, values[CW_PARAMETER_##p])
#define REQUIRED(t, n, S, f)                                                                       \
  {                                                                                                \
    .name = n, .type = t, .required = TRUE, AT (S, f)                                              \
  }

/* a union has every member at its beginning */
const CwXmlElement cw_xml_elements[CW_XML_N_ELEMENTS] = {
  [CW_XML_CHIPWRIGHT]
  = { .name = "chipwright",
      .parent = CW_XML_NOTHING,
      .single = TRUE,
      .attributes = { STRING ("version", CwXmlHead, version), STRING ("unit", CwXmlHead, unit),
                      STRING_OR_EMPTY ("name", CwXmlHead, name) } },

  [CW_XML_TECHNOLOGY]
  = { .name = "technology",
      .parent = CW_XML_CHIPWRIGHT,
      .single = TRUE,
      .attributes = { STRING_OR_EMPTY ("name", CwXmlTechnology, name),
                      WORD_OR ("substrate", CwXmlTechnology, substrate, get_substrate_kind,
                               CW_N_SUBSTRATE_KINDS, CW_SUBSTRATE_PLAIN) } },

  [CW_XML_MATERIAL_ITEM]
  = { .name = "material",
      .parent = CW_XML_TECHNOLOGY,
      .attributes
      = { STRING ("name", CwMaterial, name),
          WORD ("class", CwMaterial, klass, get_material_class, CW_N_MATERIAL_CLASSES),
          { .name = "colour", .type = CW_XML_COLOUR, .required = TRUE, AT (CwMaterial, colour) },
          WORD_OR ("hatch", CwMaterial, hatch, get_hatch, CW_N_HATCHES, CW_HATCH_NONE),
          NUMBER ("permittivity", CwMaterial, permittivity, 3, G_MAXINT32, "a number"),
          NUMBER ("loss-tangent", CwMaterial, loss_tangent, 6, G_MAXINT32, "a number"),
          NUMBER ("expansion", CwMaterial, expansion, 3, G_MAXINT32, "a number"),
          NUMBER ("modulus", CwMaterial, modulus, 3, G_MAXINT32, "a number"),
          NUMBER ("conductivity", CwMaterial, conductivity, 3, G_MAXINT32, "a number"),
          WORD_OR ("group", CwMaterial, group, get_material_group, CW_N_MATERIAL_GROUPS,
                   CW_GROUP_NONE),
          NUMBER ("resistivity", CwMaterial, resistivity, 3, G_MAXINT32, "a number"),
          NUMBER ("cure", CwMaterial, cure, 3, G_MAXINT32, "a temperature"),
          NUMBER ("limit", CwMaterial, limit, 3, G_MAXINT32, "a temperature") } },

  [CW_XML_LEVEL_ITEM]
  = { .name = "level",
      .parent = CW_XML_TECHNOLOGY,
      .attributes = { STRING ("name", CwLevel, name),
                      WORD ("kind", CwLevel, kind, get_level_kind, CW_N_LEVEL_KINDS),
                      MATERIAL_OR_NONE ("material", CwLevel, material),
                      LENGTH ("thickness", CwLevel, thickness),
                      WORD_OR ("deposition", CwLevel, deposition, get_deposition, CW_N_DEPOSITIONS,
                               CW_DEPOSITION_NONE),
                      ANGLE ("taper", CwLevel, taper) } },

  [CW_XML_RULE_ITEM]
  = { .name = "rule",
      .parent = CW_XML_TECHNOLOGY,
      .attributes
      = { STRING ("name", CwRule, name),
          WORD ("kind", CwRule, kind, get_rule_kind, CW_N_RULE_KINDS),
          LENGTH_OR_0 ("value", CwRule, value), LEVEL_OR_NONE ("level", CwRule, level),
          WORD_OR ("net-class", CwRule, net_class, get_net_class, CW_N_NET_CLASSES + 1, CW_NET_ANY),
          WORD_OR ("severity", CwRule, severity, get_severity, CW_N_SEVERITIES, CW_SEVERITY_ERROR),
          STRING_OR_EMPTY ("source", CwRule, source) } },

  [CW_XML_FLOW] = { .name = "flow",
                    .parent = CW_XML_TECHNOLOGY,
                    .single = TRUE,
                    .attributes = { WORD ("method", CwXmlValue, flow, get_method, CW_N_METHODS) } },

  [CW_XML_STEP_ITEM]
  = { .name = "step",
      .parent = CW_XML_FLOW,
      .attributes
      = { WORD ("kind", CwStep, kind, get_step_kind, CW_N_STEP_KINDS),
          LEVEL_OR_NONE ("level", CwStep, level), MATERIAL_OR_NONE ("material", CwStep, material),
          LENGTH_OR_0 ("thickness", CwStep, thickness),
          NUMBER ("temperature", CwStep, temperature, 3, G_MAXINT32, "a temperature") } },

  [CW_XML_PANEL]
  = { .name = "panel",
      .parent = CW_XML_TECHNOLOGY,
      .single = TRUE,
      .attributes
      = { WORD ("kind", CwPanel, kind, get_panel_kind, CW_N_PANEL_KINDS),
          WORD_OR ("scope", CwPanel, scope, get_unit_scope, CW_N_UNIT_SCOPES, CW_UNIT_SINGLE_DIE),
          LENGTH_OR_0 ("width", CwPanel, width), LENGTH_OR_0 ("height", CwPanel, height),
          LENGTH_OR_0 ("margin", CwPanel, margin), LENGTH_OR_0 ("street", CwPanel, street),
          LENGTH_OR_0 ("pull-back", CwPanel, pull_back), LENGTH_OR_0 ("seal", CwPanel, seal),
          LENGTH_OR_0 ("mark", CwPanel, mark) } },

  [CW_XML_OUTLINE] = { .name = "outline",
                       .parent = CW_XML_CHIPWRIGHT,
                       .single = TRUE,
                       .attributes = { REQUIRED (CW_XML_PATH, "path", CwXmlValue, outline) } },

  [CW_XML_NET_ITEM]
  = { .name = "net",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_NET,
      .attributes
      = { ID, STRING ("name", CwNet, name),
          WORD_OR ("class", CwNet, net_class, get_net_class, CW_N_NET_CLASSES, CW_NET_SIGNAL),
          LENGTH_OR_0 ("width", CwNet, width),
          NUMBER ("current", CwNet, current, 3, G_MAXINT32, "a current") } },

  [CW_XML_DIE_TYPE_ITEM]
  = { .name = "die-type",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_DIE_TYPE,
      .attributes
      = { ID, STRING ("name", CwDieType, name), REQUIRED (CW_XML_BOX, "body", CwDieType, body),
          LENGTH ("thickness", CwDieType, thickness),
          STRING_OR_EMPTY ("function", CwDieType, function),
          LENGTH_OR_0 ("trace-width", CwDieType, trace_width),
          LENGTH_OR_0 ("trace-thickness", CwDieType, trace_thickness),
          LENGTH_OR_0 ("trace-length", CwDieType, trace_length),
          NUMBER ("devices", CwDieType, n_devices, 0, G_MAXINT32, "a number"),
          LENGTH_OR_0 ("seal", CwDieType, seal), LENGTH_OR_0 ("keep-out", CwDieType, keep_out) } },

  [CW_XML_PAD_ITEM] = { .name = "pad",
                        .parent = CW_XML_DIE_TYPE_ITEM,
                        .attributes = { STRING ("name", CwPad, name), POINT (CwPad),
                                        WORD_OR ("form", CwPad, form.kind, get_pad_form_kind,
                                                 CW_N_PAD_FORM_KINDS, CW_PAD_ROUND),
                                        LENGTH ("width", CwPad, form.width),
                                        LENGTH_LIKE ("height", CwPad, form.height, form.width) } },

  [CW_XML_DIE_ITEM]
  = { .name = "die",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_DIE,
      .attributes
      = { ID, STRING ("name", CwDie, name), REQUIRED (CW_XML_DIE_TYPE, "type", CwDie, type),
          POINT (CwDie), ANGLE ("angle", CwDie, angle), FLAG ("mirror", CwDie, mirror, 1),
          NETS (CwDie), STRING_OR_EMPTY ("module", CwDie, module), LOCKED (CwDie) } },

  [CW_XML_BONDING_PAD_ITEM]
  = { .name = "bonding-pad",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_BONDING_PAD,
      .attributes
      = { ID, STRING_OR_EMPTY ("name", CwBondingPad, name), LEVEL ("level", CwBondingPad, level),
          POINT (CwBondingPad), ANGLE ("angle", CwBondingPad, angle), NET (CwBondingPad),
          WORD_OR ("form", CwBondingPad, land.kind, get_pad_form_kind, CW_N_PAD_FORM_KINDS,
                   CW_PAD_ROUND),
          LENGTH ("width", CwBondingPad, land.width),
          LENGTH_LIKE ("height", CwBondingPad, land.height, land.width),
          LENGTH_OR_0 ("opening-width", CwBondingPad, opening.width),
          LENGTH_WITH ("opening-height", CwBondingPad, opening, "opening-width"),
          WORD_WITH ("opening-form", CwBondingPad, opening.kind, get_pad_form_kind,
                     CW_N_PAD_FORM_KINDS, CW_PAD_ROUND, opening.width, "opening-width"),
          LENGTH_OR_0 ("ubm-width", CwBondingPad, ubm.width),
          LENGTH_WITH ("ubm-height", CwBondingPad, ubm, "ubm-width"),
          WORD_WITH ("ubm-form", CwBondingPad, ubm.kind, get_pad_form_kind, CW_N_PAD_FORM_KINDS,
                     CW_PAD_ROUND, ubm.width, "ubm-width"),
          LENGTH_OR_0 ("ball-diameter", CwBondingPad, ball.diameter),
          WORD_WITH ("ball", CwBondingPad, ball.kind, get_ball_kind, CW_N_BALL_KINDS,
                     CW_BALL_SOLDER_BALL, ball.diameter, "ball-diameter"),
          LOCKED (CwBondingPad) } },

  [CW_XML_VIA_ITEM]
  = { .name = "via",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_VIA,
      .attributes
      = { ID, LEVEL ("from", CwVia, from), LEVEL ("to", CwVia, to),
          POINT (CwVia), LENGTH ("hole", CwVia, hole), LENGTH ("land", CwVia, land), NET (CwVia),
          WORD_OR ("fill", CwVia, fill, get_via_fill, CW_N_VIA_FILLS, CW_VIA_WITH_WIRING),
          LOCKED (CwVia) } },

  [CW_XML_TRACE_ITEM]
  = { .name = "trace",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_TRACE,
      .attributes
      = { ID, LEVEL ("level", CwTrace, level), NET (CwTrace), LENGTH ("width", CwTrace, width),
          REQUIRED (CW_XML_PATH, "path", CwTrace, path), STRING_OR_EMPTY ("name", CwTrace, name),
          LOCKED (CwTrace) } },

  [CW_XML_TEXT_ITEM]
  = { .name = "text",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_TEXT,
      .attributes
      = { ID, STRING ("text", CwText, text), LEVEL ("level", CwText, level), POINT (CwText),
          LENGTH ("height", CwText, height), LENGTH ("width", CwText, width),
          ANGLE ("angle", CwText, angle), FLAG ("mirror", CwText, mirror, 1), LOCKED (CwText) } },

  [CW_XML_BUS_ITEM]
  = { .name = "bus",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_BUS,
      .attributes = { ID, STRING_OR_EMPTY ("name", CwBus, name),
                      WORD ("kind", CwBus, kind, get_bus_kind, CW_N_BUS_KINDS),
                      LEVEL ("level", CwBus, level), NET (CwBus), LENGTH ("width", CwBus, width),
                      LENGTH_OR_0 ("pitch", CwBus, pitch), LENGTH_OR_0 ("reach", CwBus, reach),
                      REQUIRED (CW_XML_PATH, "path", CwBus, path), LOCKED (CwBus) } },

  [CW_XML_PASSIVE_ITEM]
  = { .name = "passive",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_PASSIVE,
      .attributes
      = { ID, STRING ("name", CwPassive, name),
          WORD ("form", CwPassive, form, get_passive_form, CW_N_PASSIVE_FORMS),
          LEVEL ("level", CwPassive, level), LEVEL_OR_NONE ("other-level", CwPassive, other_level),
          LEVEL_OR_NONE ("top-level", CwPassive, top_level), POINT (CwPassive),
          ANGLE ("angle", CwPassive, angle), FLAG ("mirror", CwPassive, mirror, 1),
          PARAMETER ("width", WIDTH), PARAMETER ("space", SPACE), PARAMETER ("length", LENGTH),
          PARAMETER ("height", HEIGHT), PARAMETER ("inner", INNER), PARAMETER ("ground", GROUND),
          NUMBER ("count", CwPassive, values[CW_PARAMETER_COUNT], 0, CW_COORD_MAX, "a number"),
          PARAMETER ("keep-out", KEEP_OUT), NETS (CwPassive), LOCKED (CwPassive) } },

  [CW_XML_CAVITY_ITEM]
  = { .name = "cavity",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_CAVITY,
      .attributes
      = { ID, STRING_OR_EMPTY ("name", CwCavity, name), LEVEL ("level", CwCavity, level),
          LENGTH_OR_0 ("depth", CwCavity, depth), ANGLE ("draft", CwCavity, draft),
          REQUIRED (CW_XML_PATH, "path", CwCavity, outline), LOCKED (CwCavity) } },

  [CW_XML_CUT_LINE_ITEM]
  = { .name = "cut-line",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_CUT_LINE,
      .attributes = { ID, STRING ("name", CwCutLine, name),
                      REQUIRED (CW_XML_PATH, "path", CwCutLine, path), LOCKED (CwCutLine) } },

  [CW_XML_ZONE_ITEM]
  = { .name = "zone",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_ZONE,
      .attributes = { ID, STRING_OR_EMPTY ("name", CwZone, name), LEVEL ("level", CwZone, level),
                      NET (CwZone), WORD ("fill", CwZone, fill, get_zone_fill, CW_N_ZONE_FILLS),
                      LENGTH_OR_0 ("clearance", CwZone, clearance),
                      LENGTH_OR_0 ("hole-size", CwZone, void_size),
                      LENGTH_OR_0 ("hole-pitch", CwZone, void_pitch),
                      REQUIRED (CW_XML_RINGS, "path", CwZone, outline), LOCKED (CwZone) } },

  [CW_XML_KEEP_OUT_ITEM]
  = { .name = "keep-out",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_KEEP_OUT,
      .attributes
      = { ID, STRING_OR_EMPTY ("name", CwKeepOut, name), LEVEL_OR_NONE ("level", CwKeepOut, level),
          FLAG ("no-traces", CwKeepOut, forbids, CW_KEEP_OUT_TRACES),
          FLAG ("no-vias", CwKeepOut, forbids, CW_KEEP_OUT_VIAS),
          FLAG ("no-zones", CwKeepOut, forbids, CW_KEEP_OUT_ZONES),
          FLAG ("no-pads", CwKeepOut, forbids, CW_KEEP_OUT_PADS),
          FLAG ("no-dies", CwKeepOut, forbids, CW_KEEP_OUT_DIES),
          FLAG ("no-passives", CwKeepOut, forbids, CW_KEEP_OUT_PASSIVES),
          REQUIRED (CW_XML_RINGS, "path", CwKeepOut, outline), LOCKED (CwKeepOut) } },

  [CW_XML_FIDUCIAL_ITEM]
  = { .name = "fiducial",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_FIDUCIAL,
      .attributes = { ID, LEVEL ("level", CwFiducial, level), POINT (CwFiducial),
                      WORD_OR ("form", CwFiducial, form, get_fiducial_form, CW_N_FIDUCIAL_FORMS,
                               CW_FIDUCIAL_DISC),
                      LENGTH ("size", CwFiducial, size), LENGTH_OR_0 ("clear", CwFiducial, clear),
                      LOCKED (CwFiducial) } },

  [CW_XML_WAIVER_ITEM]
  = { .name = "waiver",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_WAIVER,
      .attributes
      = { ID, STRING ("rule", CwWaiver, rule), ITEM_OR_NONE ("first", CwWaiver, items[0]),
          ITEM_OR_NONE ("second", CwWaiver, items[1]),
          REQUIRED (CW_XML_HASH, "geometry", CwWaiver, geometry),
          STRING ("reason", CwWaiver, reason), STRING_OR_EMPTY ("date", CwWaiver, date) } },
};
