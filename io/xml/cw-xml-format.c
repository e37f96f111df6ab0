/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-format.h"

/* data/chipwright.rng says the same to others, with words. */

#define ANGLE_MAX CW_ANGLE_FULL

#define NAMES(func, Type)                                                                          \
  static const char *get_##func (guint value) { return cw_##func##_get_name ((Type) value); }

NAMES (ball_kind, CwBallKind)
NAMES (hatch, CwHatch)
NAMES (level_kind, CwLevelKind)
NAMES (material_class, CwMaterialClass)
NAMES (net_class, CwNetClass)
NAMES (pad_form_kind, CwPadFormKind)
NAMES (rule_kind, CwRuleKind)
NAMES (severity, CwSeverity)
NAMES (via_fill, CwViaFill)

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
#define NET(S)                                                                                     \
  {                                                                                                \
    .name = "net", .type = CW_XML_NET, AT (S, net)                                                 \
  }
#define ID                                                                                         \
  {                                                                                                \
    .name = "id", .type = CW_XML_ID, .required = TRUE                                              \
  }
#define POINT(S) LENGTH ("x", S, at.x), LENGTH ("y", S, at.y)
#define LOCKED(S) FLAG ("locked", S, flags, CW_ITEM_LOCKED)
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

  [CW_XML_TECHNOLOGY] = { .name = "technology",
                          .parent = CW_XML_CHIPWRIGHT,
                          .single = TRUE,
                          .attributes = { STRING_OR_EMPTY ("name", CwXmlValue, technology) } },

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
          NUMBER ("conductivity", CwMaterial, conductivity, 3, G_MAXINT32, "a number") } },

  [CW_XML_LEVEL_ITEM]
  = { .name = "level",
      .parent = CW_XML_TECHNOLOGY,
      .attributes = { STRING ("name", CwLevel, name),
                      WORD ("kind", CwLevel, kind, get_level_kind, CW_N_LEVEL_KINDS),
                      { .name = "material",
                        .type = CW_XML_MATERIAL,
                        AT (CwLevel, material),
                        .fallback = CW_MATERIAL_NONE },
                      LENGTH ("thickness", CwLevel, thickness) } },

  [CW_XML_RULE_ITEM]
  = { .name = "rule",
      .parent = CW_XML_TECHNOLOGY,
      .attributes
      = { STRING ("name", CwRule, name),
          WORD ("kind", CwRule, kind, get_rule_kind, CW_N_RULE_KINDS),
          LENGTH_OR_0 ("value", CwRule, value),
          { .name = "level", .type = CW_XML_LEVEL, AT (CwRule, level), .fallback = CW_LEVEL_NONE },
          WORD_OR ("net-class", CwRule, net_class, get_net_class, CW_N_NET_CLASSES + 1, CW_NET_ANY),
          WORD_OR ("severity", CwRule, severity, get_severity, CW_N_SEVERITIES, CW_SEVERITY_ERROR),
          STRING_OR_EMPTY ("source", CwRule, source) } },

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

  [CW_XML_DIE_TYPE_ITEM] = { .name = "die-type",
                             .parent = CW_XML_CHIPWRIGHT,
                             .item = CW_ITEM_DIE_TYPE,
                             .attributes = { ID, STRING ("name", CwDieType, name),
                                             REQUIRED (CW_XML_BOX, "body", CwDieType, body),
                                             LENGTH ("thickness", CwDieType, thickness),
                                             STRING_OR_EMPTY ("function", CwDieType, function) } },

  [CW_XML_PAD_ITEM] = { .name = "pad",
                        .parent = CW_XML_DIE_TYPE_ITEM,
                        .attributes = { STRING ("name", CwPad, name), POINT (CwPad),
                                        WORD_OR ("form", CwPad, form.kind, get_pad_form_kind,
                                                 CW_N_PAD_FORM_KINDS, CW_PAD_ROUND),
                                        LENGTH ("width", CwPad, form.width),
                                        LENGTH_LIKE ("height", CwPad, form.height, form.width) } },

  [CW_XML_DIE_ITEM] = { .name = "die",
                        .parent = CW_XML_CHIPWRIGHT,
                        .item = CW_ITEM_DIE,
                        .attributes = { ID,
                                        STRING ("name", CwDie, name),
                                        REQUIRED (CW_XML_DIE_TYPE, "type", CwDie, type),
                                        POINT (CwDie),
                                        ANGLE ("angle", CwDie, angle),
                                        FLAG ("mirror", CwDie, mirror, 1),
                                        { .name = "nets", .type = CW_XML_NETS, AT (CwDie, nets) },
                                        LOCKED (CwDie) } },

  [CW_XML_BONDING_PAD_ITEM]
  = { .name = "bonding-pad",
      .parent = CW_XML_CHIPWRIGHT,
      .item = CW_ITEM_BONDING_PAD,
      .attributes = { ID,
                      STRING_OR_EMPTY ("name", CwBondingPad, name),
                      LEVEL ("level", CwBondingPad, level),
                      POINT (CwBondingPad),
                      ANGLE ("angle", CwBondingPad, angle),
                      NET (CwBondingPad),
                      WORD_OR ("form", CwBondingPad, land.kind, get_pad_form_kind,
                               CW_N_PAD_FORM_KINDS, CW_PAD_ROUND),
                      LENGTH ("width", CwBondingPad, land.width),
                      LENGTH_LIKE ("height", CwBondingPad, land.height, land.width),
                      LENGTH_OR_0 ("opening-width", CwBondingPad, opening.width),
                      { .name = "opening-height",
                        .type = CW_XML_NUMBER,
                        AT (CwBondingPad, opening.height),
                        .decimals = 3,
                        .limit = CW_COORD_MAX,
                        .like = G_STRUCT_OFFSET (CwBondingPad, opening.width),
                        .with = G_STRUCT_OFFSET (CwBondingPad, opening.width),
                        .with_name = "opening-width",
                        .what = "a length" },
                      { .name = "opening-form",
                        .type = CW_XML_NAME,
                        AT (CwBondingPad, opening.kind),
                        .fallback = CW_PAD_ROUND,
                        .with = G_STRUCT_OFFSET (CwBondingPad, opening.width),
                        .with_name = "opening-width",
                        .get_name = get_pad_form_kind,
                        .n_names = CW_N_PAD_FORM_KINDS },
                      LENGTH_OR_0 ("ball-diameter", CwBondingPad, ball.diameter),
                      { .name = "ball",
                        .type = CW_XML_NAME,
                        AT (CwBondingPad, ball.kind),
                        .fallback = CW_BALL_SOLDER_BALL,
                        .with = G_STRUCT_OFFSET (CwBondingPad, ball.diameter),
                        .with_name = "ball-diameter",
                        .get_name = get_ball_kind,
                        .n_names = CW_N_BALL_KINDS },
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
};
